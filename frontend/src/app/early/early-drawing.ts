import { drawingUrls } from 'virtual:early-drawing';
import { setCovered } from '../../shared/state/covered.ts';
import { language } from '../../shared/words/language.ts';
import type { Sheet } from './drawing/sheet.ts';
import { PRESSED, doKeptActs } from './early-acts.ts';

type Drawings = {
  assets: typeof import('./drawing/assets-drawing.tsx');
  guest: typeof import('./drawing/guest-drawing.tsx');
};
/** What draws, and the sheet that it draws on. */
type Drawing<Name extends keyof Drawings> = { by: Drawings[Name]; sheet: Sheet };
type Opened = { sheet: Sheet; pathname: string };

const PAGE_AWAITED_MS = 3_000;
const KEPT_AT_MOST_MS = 10_000;

let opened: Opened | null = null;
let isOver = false;

/** Begins to draw a page; null where the page itself was quicker, or nothing can be drawn. */
export async function openDrawing<Name extends keyof Drawings>(name: Name): Promise<Drawing<Name> | null> {
  const urls = drawingUrls[`${name}-${language}`];
  if (urls === undefined) return null;
  const [by, styles] = await Promise.all([
    import(/* @vite-ignore */ urls.code) as Promise<Drawings[Name]>,
    textOf(urls.styles),
    stylesRead(),
  ]);
  if (isOver) return null;
  const sheet = by.openSheet(styles);
  opened = { sheet, pathname: window.location.pathname };
  setCovered(true);
  return { by, sheet };
}

/** The page is there: it takes the place of the drawing as soon as its own pictures are. */
export async function handOver(page: HTMLElement): Promise<void> {
  isOver = true;
  if (opened !== null && opened.pathname === window.location.pathname) await whenDrawn(opened.sheet, page);
  removeDrawing();
}

/** Whatever becomes of the page, nobody looks at a drawing for longer than that. */
export function limitDrawing(): void {
  setTimeout(removeDrawing, KEPT_AT_MOST_MS);
}

export function removeDrawing(): void {
  isOver = true;
  opened?.sheet.remove();
  opened = null;
  setCovered(false);
  doKeptActs();
}

async function whenDrawn({ hasPictures }: Sheet, page: HTMLElement): Promise<void> {
  const until = performance.now() + PAGE_AWAITED_MS;
  const acted = watchActs();
  while (!acted.is() && !isDrawn(page, hasPictures()) && performance.now() < until)
    await new Promise(requestAnimationFrame);
  acted.forget();
}

/** Whoever acts on the page below wants to see what comes of it: a menu, a tick, what they type, where the focus is. */
function watchActs() {
  const watching = new AbortController();
  const state = { hasActed: false };
  const note = ({ target }: Event) => {
    state.hasActed ||= target instanceof Element && target.closest(PRESSED) !== null;
  };
  for (const act of ['click', 'input', 'focusin'])
    window.addEventListener(act, note, { signal: watching.signal });
  return { is: () => state.hasActed, forget: () => watching.abort() };
}

/** With the pictures that were drawn before, and nothing more to be filled; behind a dialog nobody looks for them. */
function isDrawn(page: HTMLElement, hasPictures: boolean): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true;
  if (page.querySelector('main') === null || page.querySelector('[aria-busy]') !== null) return false;
  const pictures = [...page.querySelectorAll<HTMLImageElement>('article img')].filter(isInWindow);
  return pictures.every(({ complete }) => complete) && (pictures.length > 0 || !hasPictures);
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/** Begins to read the page's own code, which is named in the document. */
export function readMainCode(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="main-code"]')) {
    const { rel = '', path = window.location.pathname } = link.dataset;
    if (path === window.location.pathname) link.rel = rel;
  }
}

/** A drawing without its styles would be none. */
function stylesRead(): Promise<unknown> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const unread = links.filter(({ sheet }) => sheet === null);
  return Promise.all(
    unread.map((link) => new Promise((resolve) => link.addEventListener('load', resolve, { once: true }))),
  );
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return answer.text();
}
