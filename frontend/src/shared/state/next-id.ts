const count = { last: 0 };

/**
 * An id that is unique on this page. Not `crypto.randomUUID`: browsers have it on https and localhost only, and a portal
 * in a plain network is opened by its address.
 */
export function nextId(): string {
  count.last += 1;
  return String(count.last);
}
