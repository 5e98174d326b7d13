import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { parseAssetsView } from './assets-view.ts';
import type { AssetsView } from './assets-view.ts';

/** A part that is set to the empty text is taken out of the address. */
export type ViewChange = Partial<Record<keyof AssetsView, string>>;

/** The view that the address holds, and a way to change parts of it. */
export function useAssetsView(): [AssetsView, (change: ViewChange) => void] {
  const search = useSearch({ strict: false });
  const view = useMemo(() => parseAssetsView(search), [search]);
  const navigate = useNavigate();
  const change = useCallback(
    (parts: ViewChange) => {
      void navigate({
        to: '/',
        search: (held) => parseAssetsView({ ...held, ...parts }),
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [view, change];
}
