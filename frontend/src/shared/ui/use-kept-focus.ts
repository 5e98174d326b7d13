import { useEffect } from 'react';

type Held = { element: Element; within: readonly (HTMLElement | null)[] };

/** For so long whoever took it away may give the focus back: a menu does to its button, 10 ms after it is gone. */
const GIVEN_BACK_MS = 50;
const ROW = 'li, tr';
const CAN_HAVE_FOCUS = 'button, a[href], input:not([disabled]), [tabindex]:not([tabindex="-1"])';

/**
 * Where what had the focus is gone, the row beside it has the focus, else the dialog, or the content of the page. Without
 * that whoever has no pointer stands at its beginning again. A list whose rows come and go as it is scrolled keeps its own.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Held | null = null;
    const hold = ({ target }: FocusEvent) => {
      held = target instanceof Element ? { element: target, within: placesOf(target) } : null;
      // Not before: most of what comes and goes does while nothing has the focus.
      observer.observe(document.body, { childList: true, subtree: true });
    };
    const letGo = ({ target }: FocusEvent) =>
      // One that is being removed is let go by the browser: that is not by choice.
      queueMicrotask(() => {
        if (target !== held?.element || !held.element.isConnected) return;
        held = null;
        observer.disconnect();
      });
    const observer = new MutationObserver((records) => {
      if (held === null || held.element.isConnected || document.activeElement !== document.body) return;
      const target = nearest(records, held);
      held = null;
      observer.disconnect();
      setTimeout(() => {
        if (document.activeElement === document.body) target?.focus({ preventScroll: true });
      }, GIVEN_BACK_MS);
    });
    document.addEventListener('focusin', hold);
    document.addEventListener('focusout', letGo);
    return () => {
      document.removeEventListener('focusin', hold);
      document.removeEventListener('focusout', letGo);
      observer.disconnect();
    };
  }, []);
}

function nearest(records: readonly MutationRecord[], { element, within }: Held): HTMLElement | null {
  if (element.closest('[data-index]') !== null) return null;
  const gone = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(element)));
  const beside = [gone?.nextSibling, gone?.previousSibling].find((node) => node?.isConnected && isRow(node));
  const control = beside instanceof Element ? beside.querySelector<HTMLElement>(CAN_HAVE_FOCUS) : null;
  // Another page altogether begins at its beginning, as one that was loaded.
  return control ?? within.find((place) => place?.isConnected) ?? null;
}

/** The dialog that it is in; else the content, which a notice or a menu stands beside. */
function placesOf(element: Element): (HTMLElement | null)[] {
  return [element.closest<HTMLElement>('[aria-modal]'), document.querySelector('main')];
}

function isRow(node: Node): boolean {
  return node instanceof Element && node.matches(ROW);
}
