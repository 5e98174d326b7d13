import { untilPortalIsThere } from '../connection/connection.ts';

/** A picture that does not come although the portal answers is not there. */
const TRIES_MAX = 2;

/**
 * Knows the pictures and style sheets that did not come. A picture's place stays as it was until it is asked for again,
 * when the portal answers; style sheets are asked for with what wants them.
 */
export function watchLostParts(): void {
  document.addEventListener('error', ({ target }) => lose(target), true);
  document.addEventListener('load', ({ target }) => find(target), true);
}

let reading: Promise<unknown> | null = null;

/**
 * The loader of the page's code takes a style sheet that did not come for one that is there: it is asked for again. Who
 * asks meanwhile waits for the same answer, since a link that was taken out never tells of one.
 */
export async function readLostStyles(): Promise<void> {
  const lost = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][data-lost]');
  reading ??= Promise.all([...lost].map(readAgain)).finally(() => {
    reading = null;
  });
  await reading;
}

function readAgain(link: HTMLLinkElement): Promise<void> {
  const next = link.cloneNode() as HTMLLinkElement;
  delete next.dataset['lost'];
  return new Promise((resolve, reject) => {
    next.addEventListener('load', () => resolve());
    next.addEventListener('error', () => reject(new Error(`${next.href} did not come`)));
    link.replaceWith(next);
  });
}

function lose(target: EventTarget | null): void {
  if (!(target instanceof HTMLImageElement || target instanceof HTMLLinkElement)) return;
  const tries = Number(target.dataset['lost'] ?? 0) + 1;
  target.dataset['lost'] = String(tries);
  if (target instanceof HTMLImageElement && tries <= TRIES_MAX) void showAgain(target);
}

async function showAgain(picture: HTMLImageElement): Promise<void> {
  await untilPortalIsThere();
  // Another picture may be in its place by now.
  const isLost = picture.isConnected && picture.dataset['lost'] !== undefined;
  if (isLost) picture.setAttribute('src', picture.src);
}

function find(target: EventTarget | null): void {
  if (target instanceof HTMLElement) delete target.dataset['lost'];
}
