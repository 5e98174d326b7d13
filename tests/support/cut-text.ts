import type { Page } from 'playwright-core';

// As text: it runs in the page, where nothing of this file is.
const FIND = `(() => {
  const cut = [];
  const isCutting = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const wordsOf = (each) => (each.textContent || each.getAttribute('placeholder') || '').trim().slice(0, 80);
  const isTold = (each) => each.closest('[title]') !== null;
  for (const each of document.body.querySelectorAll('*')) {
    const hasWords = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    const box = each.getBoundingClientRect();
    const style = getComputedStyle(each);
    // What is one pixel large is there to be read out; the dot between two facts is out of sight where a line begins.
    if (!hasWords || wordsOf(each) === '·' || style.visibility === 'hidden' || box.width <= 1 || box.height <= 1) continue;
    const isTooWide = isCutting(style.overflowX) && each.scrollWidth > each.clientWidth + 1;
    const isTooHigh = isCutting(style.overflowY) && each.scrollHeight > each.clientHeight + 2;
    if (isTooWide && !(style.textOverflow === 'ellipsis' && isTold(each))) cut.push(wordsOf(each));
    if (isTooHigh) cut.push(wordsOf(each));
    for (let around = each.parentElement; around !== null; around = around.parentElement) {
      const { overflowX } = getComputedStyle(around);
      if (overflowX === 'auto' || overflowX === 'scroll') break;
      if (!isCutting(overflowX)) continue;
      const edge = around.getBoundingClientRect();
      if ((box.right > edge.right + 1 || box.left < edge.left - 1) && !isTold(each)) cut.push(wordsOf(each));
      break;
    }
  }
  return [...new Set(cut)];
})()`;

/** The words on the page that are cut off, and are not told in full by a title. */
export const cutText = (page: Page): Promise<string[]> => page.evaluate<string[]>(FIND);
