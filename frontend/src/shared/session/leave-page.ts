/** So long it may take to be gone; who was asked whether to leave, and stays, may leave later. */
const LEAVES_WITHIN_MS = 5_000;

let isLeaving = false;

/** Leaves the page once: what it asks while it goes leads nowhere else. */
export function leavePage(to: string): void {
  if (isLeaving) return;
  isLeaving = true;
  setTimeout(() => (isLeaving = false), LEAVES_WITHIN_MS);
  window.location.assign(to);
}

/** The same, and nobody is asked whether to leave what goes on here: it is not theirs. */
export function leavePageUnasked(to: string): void {
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  leavePage(to);
}
