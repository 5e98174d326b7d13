import type { Page } from 'playwright-core';

/** Texts in which a line begins or ends with the dot that stands between two facts, as somebody sees them. */
export const dotsAtLineEnds = (page: Page): Promise<string[]> => page.evaluate(FIND);

// As text: it runs in the browser, where this program's helpers are not.
const FIND = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const letters = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentElement.checkVisibility())
      for (const { index } of node.data.matchAll(/\\S/g)) letters.push({ node, index });
  const boxOf = ({ node, index }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect();
  };
  const isClipped = (box, element) => {
    for (let around = element; around; around = around.parentElement) {
      const { left, right, top, bottom } = around.getBoundingClientRect();
      const isBeside = box.right <= left + 1 || box.left >= right - 1;
      const isBelow = box.bottom <= top + 1 || box.top >= bottom - 1;
      if (getComputedStyle(around).overflowX !== 'visible' && (isBeside || isBelow)) return true;
    }
    return false;
  };
  const isOnOneLine = (one, other) => Math.abs(one.bottom + one.top - other.bottom - other.top) < 8;
  return letters.flatMap((letter, place) => {
    const { node, index } = letter;
    const around = [letters[place - 1], letters[place + 1]];
    if (node.data[index] !== '·' || around.includes(undefined)) return [];
    const dot = boxOf(letter);
    const isAmid = around.every((other) => isOnOneLine(dot, boxOf(other)));
    return isAmid || isClipped(dot, node.parentElement) ? [] : [node.parentElement.closest('p, div').textContent];
  });
})()`;
