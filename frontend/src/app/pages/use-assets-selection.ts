import { useCallback } from 'react';
import type { AssetsView } from '../../features/browse-assets/assets-view.ts';
import { outlineAssets } from '../../features/browse-assets/browse-assets-api.ts';
import type { ListedAssets } from '../../features/browse-assets/use-assets.ts';
import { useSelectAll } from '../../features/select-assets/use-select-all.ts';
import { useSelection } from '../../features/select-assets/use-selection.ts';
import { tellError } from '../../shared/notices/notice.ts';
import { useAssetsKeys } from './use-assets-keys.ts';

const ALL = { offset: 0, limit: Number.POSITIVE_INFINITY };

type Options = { domainId: string; view: AssetsView; query: ListedAssets };

/** What of a domain's list, or of all that matches, is selected. */
export function useAssetsSelection({ domainId, view, query }: Options) {
  const [selection, actions] = useSelection(domainId);
  const { listed, total } = query;
  const all = useSelectAll({
    selecting: actions,
    readAll: (signal, onPart) => outlineAssets({ domainId, view, signal }, ALL, onPart),
  });
  const { stop } = all;
  const clear = useCallback(() => {
    stop();
    actions.clear();
  }, [stop, actions]);
  useAssetsKeys({
    onAll: () => (total > listed.length ? all.start(total) : actions.add(listed)),
    onNone: clear,
  });
  const addUnread = ({ first, last }: { first: number; last: number }) => {
    const { signal } = new AbortController();
    const part = { offset: first, limit: last - first + 1 };
    outlineAssets({ domainId, view, signal }, part, actions.add).catch(tellError);
  };
  return { selection, actions, all, clear, addUnread };
}
