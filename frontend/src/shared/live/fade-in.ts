const FADE_MS = 180;
/** So long after it was read it is drawn. */
const DRAWN_AFTER_MS = 300;
/** Of more at once, nobody sees which. */
const ELEMENTS_MAX = 60;

/**
 * Fades in what appears or changes in the page's content because of others (look.md, motion); nothing where less
 * motion is asked for. Gives what says that it was read.
 */
export function fadeInWhatComes(): () => void {
  const content = document.querySelector('main');
  if (content === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return nothing;
  const observer = new MutationObserver((changes) => {
    const elements = outermost(changes.flatMap(changedElements));
    if (elements.length <= ELEMENTS_MAX) elements.forEach(fadeIn);
  });
  observer.observe(content, { childList: true, characterData: true, subtree: true });
  return () => void setTimeout(() => observer.disconnect(), DRAWN_AFTER_MS);
}

function changedElements({ type, target, addedNodes }: MutationRecord): Element[] {
  const nodes = type === 'characterData' ? [target] : [...addedNodes];
  return nodes.flatMap((node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.isConnected === true ? [element] : [];
  });
}

function outermost(elements: readonly Element[]): Element[] {
  const all = new Set(elements);
  return [...all].filter((element) => !hasAncestorIn(all, element));
}

function hasAncestorIn(elements: ReadonlySet<Element>, { parentElement }: Element): boolean {
  if (parentElement === null) return false;
  return elements.has(parentElement) || hasAncestorIn(elements, parentElement);
}

function fadeIn(element: Element): void {
  element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-out' });
}

function nothing(): void {}
