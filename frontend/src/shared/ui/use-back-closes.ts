import { useBlocker } from '@tanstack/react-router';

/** On a phone a dialog is taken for a page: the way back leads out of it, and not off the page below, with what was typed. */
export function useBackCloses(onClose: () => void): void {
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false;
      onClose();
      return true;
    },
    enableBeforeUnload: false,
  });
}
