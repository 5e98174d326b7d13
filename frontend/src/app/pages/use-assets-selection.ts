import { useMemo } from 'react';
import type { AssetsView } from '../../features/browse-assets/assets-view.ts';
import { readAllAssets } from '../../features/browse-assets/browse-assets-api.ts';
import type { useAssets } from '../../features/browse-assets/browse-assets-api.ts';
import { useSelectAll } from '../../features/select-assets/use-select-all.ts';
import { useSelection } from '../../features/select-assets/use-selection.ts';
import { useAssetsKeys } from './use-assets-keys.ts';

type Options = { domainId: string; view: AssetsView; query: ReturnType<typeof useAssets> };

/** What is listed of a domain, and what of it, or of all that matches, is selected. */
export function useAssetsSelection({ domainId, view, query }: Options) {
  const [selection, actions] = useSelection(domainId);
  const listed = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total ?? 0;
  const all = useSelectAll({
    selecting: actions,
    readAll: (signal, onPage) => readAllAssets({ domainId, view, signal }, onPage),
  });
  const clear = () => {
    all.stop();
    actions.clear();
  };
  useAssetsKeys({
    onAll: () => (query.hasNextPage ? all.start(total) : actions.add(listed)),
    onNone: clear,
  });
  return { selection, actions, listed, total, all, clear };
}
