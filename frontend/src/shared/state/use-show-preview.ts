import { useRouter } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Of a preview that was opened in the page: the key of the entry below it. */
    openedFrom?: string | undefined;
  }
}

/**
 * Shows the preview of an asset, or closes it. It stands in the address, so that the way back leads out of it: in one
 * entry of the history however many are looked at, and closing it takes that entry away.
 */
export function useShowPreview(): (assetId: string | null) => void {
  const router = useRouter();
  const isClosing = useRef(false);
  return useCallback(
    (assetId) => {
      const { search, state } = router.latestLocation;
      const isOpen = 'preview' in search;
      // The browser takes its time to go back; what is asked of a preview meanwhile comes too late.
      if (isClosing.current || (assetId === null && !isOpen)) return;
      if (assetId === null && state.openedFrom !== undefined) {
        isClosing.current = true;
        const stop = router.history.subscribe(() => {
          stop();
          isClosing.current = false;
        });
        router.history.back({ ignoreBlocker: true });
        return;
      }
      void router.navigate({
        to: '.',
        search: (held) => ({ ...held, preview: assetId ?? '' }),
        resetScroll: false,
        replace: isOpen,
        state: isOpen || { openedFrom: state.__TSR_key },
      });
    },
    [router],
  );
}
