import { useCallback, useEffect, useState } from 'react';
import type { AssetsView } from '../../features/browse-assets/assets-view.ts';
import { outlineAssets } from '../../features/browse-assets/browse-assets-api.ts';
import type { ListedAssets } from '../../features/browse-assets/use-assets.ts';
import { useSelectAll } from '../../features/select-assets/use-select-all.ts';
import { useSelection } from '../../features/select-assets/use-selection.ts';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { tellError } from '../../shared/notices/notice.ts';
import { useAssetsKeys } from './use-assets-keys.ts';
import { useForgetDeleted } from './use-forget-deleted.ts';

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
  const { addUnread, forget } = useUnread(actions.add, (part, reading) =>
    outlineAssets({ domainId, view, signal: reading.signal }, part, reading.onPart),
  );
  const clear = useCallback(() => {
    stop();
    forget();
    actions.clear();
  }, [stop, forget, actions]);
  useAssetsKeys({
    onAll: () => (total > listed.length ? all.start(total) : actions.add(listed)),
    onNone: clear,
  });
  const forgetDeleted = useForgetDeleted({ domainId, selection, actions });
  return { selection, actions, all, clear, addUnread, forgetDeleted };
}

type Part = { offset: number; limit: number };
type Reading = { signal: AbortSignal; onPart: (assets: SelectedAsset[]) => void };

/** Selects what of a range is not read, when it is; what was cleared or left meanwhile is not selected behind one's back. */
function useUnread(
  add: (assets: readonly SelectedAsset[]) => void,
  read: (part: Part, reading: Reading) => Promise<void>,
) {
  const [running] = useState(() => new Set<AbortController>());
  const forget = useCallback(() => running.forEach((reading) => reading.abort()), [running]);
  useEffect(() => forget, [forget]);

  async function addUnread({ first, last }: { first: number; last: number }) {
    const reading = new AbortController();
    const { signal } = reading;
    running.add(reading);
    try {
      await read(
        { offset: first, limit: last - first + 1 },
        { signal, onPart: (assets) => (signal.aborted ? undefined : add(assets)) },
      );
    } catch (error) {
      if (!signal.aborted) tellError(error);
    }
    running.delete(reading);
  }
  return { addUnread: (range: { first: number; last: number }) => void addUnread(range), forget };
}
