// What somebody does while the page is only drawn is kept, and done when it is there.
/** What of the page can be pressed. */
export const PRESSED = 'a, button, input, label';

const keys: KeyboardEvent[] = [];
let click: MouseEvent | null = null;
const keeping = new AbortController();

/** Begins to keep keys that mean something on every page, and what is typed into the search after them. */
export function keepActs(): void {
  const options = { capture: true, signal: keeping.signal };
  window.addEventListener('keydown', keepKey, options);
  window.addEventListener('click', keepClick, options);
}

/** Does what was kept, in its order, and keeps no more. */
export function doKeptActs(): void {
  keeping.abort();
  for (const key of keys.splice(0)) press(key);
  if (click !== null) thingAt(click)?.click();
  click = null;
}

function keepKey(event: KeyboardEvent): void {
  // The page is there, and hears the key by itself, after those before it.
  if (document.querySelector('[role="searchbox"]') !== null) doKeptActs();
  else if (isMeantForPage(event)) {
    event.preventDefault();
    keys.push(event);
  }
}

/** All else is the browser's, or of who types. */
function isMeantForPage({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (altKey || target !== document.body) return false;
  if (ctrlKey || metaKey) return key === 'a';
  return key === '/' || key === '?' || (key.length === 1 && keys.some((before) => before.key === '/'));
}

function press({ key, ctrlKey, metaKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const again = new KeyboardEvent('keydown', { key, ctrlKey, metaKey, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(again) || !(target instanceof HTMLInputElement) || ctrlKey || metaKey) return;
  target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
  target.dispatchEvent(new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }));
}

/** Only what nothing was below: the page heard the others by itself. With a key held it is another act. */
function keepClick(event: MouseEvent): void {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const isHeard = target instanceof Element && target.closest(PRESSED) !== null;
  click = isHeard || ctrlKey || metaKey || shiftKey ? null : event;
}

/** What was drawn stands where the page has it. */
function thingAt({ pageX, pageY }: MouseEvent): HTMLElement | null {
  const found = document.elementFromPoint(pageX - window.scrollX, pageY - window.scrollY);
  return found?.closest<HTMLElement>(PRESSED) ?? null;
}
