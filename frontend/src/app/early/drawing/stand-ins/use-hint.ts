/** Nobody points at anything before the page itself is there. */
export function useHint() {
  return { pointed: {}, hint: null };
}
