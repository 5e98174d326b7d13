import { isSessionOpen } from '../../shared/session/ended-session.ts';

/** What of the page below hears on the window or the document, and not where it is drawn. */
const HEARD_BELOW = ['keydown', 'wheel', 'touchmove', 'dragenter', 'dragover', 'drop'] as const;

/** While the page is covered, no key, wheel or file is for what lies below. It has to be told before that listens. */
export function keepFromCovered(): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const keep = (event: Event) => {
    if (isSessionOpen()) return;
    event.stopImmediatePropagation();
    const wouldLeave = event instanceof DragEvent || isEscape(event);
    if (wouldLeave) event.preventDefault();
  };
  const keepEscape = (event: KeyboardEvent) => (isEscape(event) ? keep(event) : undefined);
  // A dialog hears this one before anybody else.
  window.addEventListener('keydown', keepEscape, { capture: true, signal });
  // Here what is drawn in the cover has heard it already.
  for (const heard of HEARD_BELOW) document.documentElement.addEventListener(heard, keep, { signal });
  return () => listening.abort();
}

function isEscape(event: Event): boolean {
  return event instanceof KeyboardEvent && event.key === 'Escape';
}
