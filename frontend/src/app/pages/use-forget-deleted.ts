import { useCallback, useLayoutEffect, useRef } from 'react';
import { outlineAssets } from '../../features/browse-assets/browse-assets-api.ts';
import type { Selection } from '../../features/select-assets/selection.ts';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import { codeOf } from '../../shared/api/api-error.ts';
import { tell } from '../../shared/notices/notice.ts';
import { words } from './words.ts';

type Options = { domainId: string; selection: Selection; actions: SelectionActions };

const ALL = { offset: 0, limit: Number.POSITIVE_INFINITY };

/**
 * What others deleted is selected no longer, once something was refused because of it: a request that names one asset
 * that is not there is refused as a whole. Answers whether that was it, which is told then.
 */
export function useForgetDeleted(options: Options) {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  return useCallback(async (error: unknown): Promise<boolean> => {
    if (codeOf(error) !== 'not-found') return false;
    const { domainId, selection, actions } = latest.current;
    const there = await idsIn(domainId).catch(() => null);
    const deleted = [...selection.chosen.values()].filter(({ id }) => there?.has(id) === false);
    if (deleted.length === 0) return false;
    actions.remove(deleted);
    tell(words.deletedMeanwhile(deleted.length));
    return true;
  }, []);
}

async function idsIn(domainId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  const place = { domainId, view: {}, signal: new AbortController().signal };
  await outlineAssets(place, ALL, (assets) => assets.forEach(({ id }) => ids.add(id)));
  return ids;
}
