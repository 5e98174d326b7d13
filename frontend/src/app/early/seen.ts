import type { Sheet } from './drawing/sheet.ts';

const FIRST_PAINT_AWAITED_MS = 2_500;
const PICTURES_AWAITED_MS = 800;
/** Where the largest of what is painted is no picture, nothing tells when those are. */
const LARGEST_AWAITED_MS = 250;

/**
 * When what was drawn is before somebody's eyes. A frame is asked for long before it is shown: a busy machine takes a
 * second from one to the other, in which code that is read already would be in its way.
 */
export async function seen(sheet: Sheet): Promise<void> {
  if (document.visibilityState === 'hidden') return;
  const largest = firstOf('largest-contentful-paint', isPicture);
  const pictures = sheet
    .pictures()
    .then(drawnInFrame)
    .then(() => within(LARGEST_AWAITED_MS, largest));
  await Promise.all([
    within(FIRST_PAINT_AWAITED_MS, firstOf('paint', isContent)),
    sheet.hasPictures() ? within(PICTURES_AWAITED_MS, pictures) : null,
  ]);
}

/** What is awaited, or nothing where that takes longer. */
export function within<Awaited>(limitMs: number, awaited: Promise<Awaited>): Promise<Awaited | undefined> {
  const limit = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), limitMs));
  return Promise.race([awaited, limit]);
}

/** What was there before the first of two frames was handed on when the second begins. */
async function drawnInFrame(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

/** A browser tells of a paint when it is shown. One that never tells keeps nobody waiting beyond the limits. */
function firstOf(type: string, isSought: (entry: PerformanceEntry) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (!list.getEntries().some(isSought)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type, buffered: true });
  });
}

function isContent({ name }: PerformanceEntry): boolean {
  return name === 'first-contentful-paint';
}

function isPicture(entry: PerformanceEntry): boolean {
  return 'url' in entry && entry.url !== '';
}
