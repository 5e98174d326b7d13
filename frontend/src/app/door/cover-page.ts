import { words } from '../pages/words.ts';

/** Lays a dialog over all of the page. @returns what takes it away: the page is as it was, with its focus and its place */
export function coverPage(cover: HTMLDialogElement): () => void {
  const { title, activeElement } = document;
  const { scrollX, scrollY } = window;
  const show = () => cover.showModal();
  show();
  // A browser may close it all the same.
  cover.addEventListener('close', show);
  document.title = words.pageTitle(words.signIn);
  hush();
  return () => {
    cover.removeEventListener('close', show);
    cover.close();
    focusAnew(activeElement);
    document.title = title;
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
}

/** A browser gives the focus back by itself, but what is typed then goes nowhere. */
function focusAnew(element: Element | null): void {
  if (!(element instanceof HTMLElement) || element !== document.activeElement) return;
  element.blur();
  // When all who listen have seen it go.
  queueMicrotask(() => element.focus({ preventScroll: true }));
}

/** What is playing is not to be heard, nor seen in a window of its own. */
function hush(): void {
  for (const player of document.querySelectorAll<HTMLMediaElement>('video, audio')) player.pause();
  if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined);
}
