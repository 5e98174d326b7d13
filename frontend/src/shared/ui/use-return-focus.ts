import { useEffect, useEffectEvent, useRef, useState } from 'react';

let lastGivenTo: Element | null = null;

/**
 * Gives the focus back to what had it before. For a dialog that is drawn only while it is open: Mantine remembers the
 * focus only of one that was there, closed, before. `find` tells of something nearer to what was shown last.
 */
export function useReturnFocus(find: () => Element | null = nothing): void {
  const [before] = useState(() => openerOf(document.activeElement));
  const [isInDialog] = useState(() => Boolean(before?.closest('[role="dialog"]')));
  const insteadRef = useRef<Element | null>(null);
  const giveBack = useEffectEvent(() => {
    const target = find() ?? (before?.isConnected === true ? before : insteadRef.current);
    lastGivenTo = target;
    if (target instanceof HTMLElement && target.isConnected) target.focus();
  });
  useEffect(() => {
    // The dialog that led to this one is gone by now, and has given the focus back to what had opened it.
    if (isInDialog) insteadRef.current = lastGivenTo;
    return () => giveBack();
  }, [isInDialog]);
}

function nothing(): null {
  return null;
}

/** An entry of a menu is gone with its menu: what opened the menu stays. */
function openerOf(element: Element | null): Element | null {
  const menuLabelId = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return menuLabelId ? document.getElementById(menuLabelId) : element;
}
