type Gap = { head: HTMLElement; widthPx: number };

/**
 * A browser ends a cut text with the last letter that fits and the dots, and leaves the rest of the room empty: up to a
 * letter's width between the dots and the end of a name. This moves the end up to the dots, for as long as it is watched.
 */
export function watchGap(head: HTMLElement): () => void {
  observer.observe(head);
  return () => observer.unobserve(head);
}

// One for all names, which first reads the widths of all and then writes: the other way each would be laid out anew.
const observer = new ResizeObserver((entries) => {
  const gaps = entries.map(({ target }) => gapAfter(target as HTMLElement));
  for (const { head, widthPx } of gaps) setGap(head.parentElement, widthPx);
});

/** What is as it was is not written: it would be styled and laid out once more. */
function setGap(name: HTMLElement | null, widthPx: number): void {
  const held = name?.style.getPropertyValue('--gap') ?? '';
  if (held === '' && widthPx === 0) return;
  name?.style.setProperty('--gap', `${-widthPx}px`);
}

function gapAfter(head: HTMLElement): Gap {
  const text = head.firstChild;
  const isCut = head.scrollWidth > head.clientWidth;
  const style = getComputedStyle(head);
  // What is written from the right has its dots, and the room beside them, at the other end.
  if (!(text instanceof Text) || !isCut || style.direction === 'rtl') return { head, widthPx: 0 };
  const roomPx = head.getBoundingClientRect().width - widthOfDots(fontOf(style));
  return { head, widthPx: roomPx - widthOfFitting(text, roomPx) };
}

/** As a canvas takes it: the shorthand is empty where features of the font are set apart. */
function fontOf({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
  return `${fontWeight} ${fontSize} ${fontFamily}`;
}

/** How wide the letters are that fit, found by halves. */
function widthOfFitting(text: Text, roomPx: number): number {
  const range = document.createRange();
  const widthOf = (count: number) => {
    range.setStart(text, 0);
    range.setEnd(text, count);
    return range.getBoundingClientRect().width;
  };
  let fits = 0;
  let tooMany = text.length;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (widthOf(middle) <= roomPx) fits = middle;
    else tooMany = middle;
  }
  return widthOf(fits);
}

const dots = new Map<string, number>();
const canvas = document.createElement('canvas').getContext('2d');

function widthOfDots(font: string): number {
  const known = dots.get(font);
  if (known !== undefined || canvas === null) return known ?? 0;
  canvas.font = font;
  const { width } = canvas.measureText('…');
  // Before the font is there another one is measured.
  if (document.fonts.check(font)) dots.set(font, width);
  return width;
}
