/** At some 8 kB each, 30 kB on fine screens; where the bar leads on from there, the first are forgotten. */
const KEPT_MAX = 1_000;

const kept = new Map<string, HTMLImageElement>();

/**
 * For the `ref` of a picture in a list. One that was there is kept when it leaves the window: a browser asks the server
 * for it again otherwise, whenever its row comes back. One that is still on its way is not waited for any more: it
 * would hold up those that are looked at.
 */
export function keepPicture(picture: HTMLImageElement): () => void {
  // While React lets go of it, it still stands in the page.
  return () => queueMicrotask(() => (picture.isConnected ? undefined : keepOrForget(picture)));
}

function keepOrForget(picture: HTMLImageElement): void {
  if (!picture.complete || picture.naturalWidth === 0) {
    picture.removeAttribute('srcset');
    picture.removeAttribute('src');
    return;
  }
  kept.delete(picture.src);
  kept.set(picture.src, picture);
  const [first] = kept.keys();
  if (kept.size > KEPT_MAX && first !== undefined) kept.delete(first);
}
