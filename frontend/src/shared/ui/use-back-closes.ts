import { useBlocker } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';

/** The dialogs that are open, in the order in which they were opened. */
const open: (() => void)[] = [];

/** On a phone a dialog is taken for a page: the way back leads out of it, and not off the page below, with what was typed. */
export function useBackCloses(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const closeThis = () => close();
    open.push(closeThis);
    return () => void open.splice(open.indexOf(closeThis), 1);
  }, []);
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false;
      // The router asks the first one only; the last one is what is looked at.
      open.at(-1)?.();
      return true;
    },
    enableBeforeUnload: false,
  });
}
