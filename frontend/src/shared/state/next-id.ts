const count = { last: 0 };

/** An id that is unique on this page. */
export function nextId(): string {
  count.last += 1;
  return String(count.last);
}

/**
 * An id that no other page makes. Not `crypto.randomUUID`: browsers have it on https and localhost only, and a portal
 * in a plain network is opened by its address.
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
