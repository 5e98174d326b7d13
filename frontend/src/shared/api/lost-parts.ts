import { untilPortalIsThere } from '../connection/connection.ts';

/** What does not come although the portal answers is not there. */
const TRIES_MAX = 2;

/**
 * Knows the pictures and style sheets that did not come. Their place stays as it was until they are asked for again, when
 * the portal answers; a style sheet that came with a part of the page is asked for with whatever wants it.
 */
export function watchLostParts(): void {
  document.addEventListener('error', ({ target }) => lose(target), true);
  document.addEventListener('load', ({ target }) => find(target), true);
  if (document.readyState === 'complete') loseFromBefore();
  else window.addEventListener('load', loseFromBefore, { once: true });
}

/** What the document itself names did not come before anybody listened. */
function loseFromBefore(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]:not([data-lost])'))
    if (!hasRules(link)) lose(link);
}

function lose(target: EventTarget | null): void {
  if (!(target instanceof HTMLImageElement || target instanceof HTMLLinkElement)) return;
  const tries = Number(target.dataset['lost'] ?? 0) + 1;
  target.dataset['lost'] = String(tries);
  if (tries <= TRIES_MAX) void readAgain(target);
}

/** In the place of one that did not come a browser has a sheet that is empty, or that nobody may look into. */
function hasRules({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

async function readAgain(lost: HTMLImageElement | HTMLLinkElement): Promise<void> {
  await untilPortalIsThere();
  // Something else may be in its place by now.
  if (!lost.isConnected || lost.dataset['lost'] === undefined) return;
  if (lost instanceof HTMLLinkElement) lost.replaceWith(lost.cloneNode());
  else lost.setAttribute('src', lost.src);
}

function find(target: EventTarget | null): void {
  if (target instanceof HTMLElement) delete target.dataset['lost'];
}
