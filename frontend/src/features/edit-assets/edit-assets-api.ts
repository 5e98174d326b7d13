import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import { ASSETS_KEY } from '../../shared/assets/assets-key.ts';
import { type AssetChanges, type EditDraft, changesOf } from './edit-draft.ts';

const AT_ONCE = 4;

/** The assets of these ids as they are now. */
export function useAssetsToEdit(ids: readonly string[]) {
  return useQuery({
    queryKey: ['assets-to-edit', ...ids],
    queryFn: ({ signal }) => Promise.all(ids.map((id) => api.assets.get({ id }, { signal }))),
    // Kept for as long as the dialog is open: the next one reads them anew.
    staleTime: Infinity,
    gcTime: 0,
  });
}

type Saving = {
  isRunning: boolean;
  /** How many were saved of how many that differ. */
  done: number;
  total: number;
  /** Why it failed, by the id of the asset. */
  failures: ReadonlyMap<string, unknown>;
};

const AT_REST: Saving = { isRunning: false, done: 0, total: 0, failures: new Map() };

/** Saves asset by asset, a few at once. What failed stays as it was, and is what differs the next time. */
export function useSaveAssets() {
  const queries = useQueryClient();
  const [saving, setSaving] = useState(AT_REST);
  const [saved, setSaved] = useState<ReadonlyMap<string, Asset>>(new Map());

  /** @returns how many could not be saved */
  const save = async (assets: readonly Asset[], draft: EditDraft): Promise<number> => {
    const jobs = assets.flatMap((asset) => jobOf(saved.get(asset.id) ?? asset, draft));
    const failures = new Map<string, unknown>();
    setSaving({ ...AT_REST, isRunning: true, total: jobs.length });
    const work = async (): Promise<void> => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        const { id, changes } = job;
        try {
          const asset = await api.assets.change({ id, ...changes });
          setSaved((before) => new Map(before).set(id, asset));
        } catch (error) {
          failures.set(id, error);
        }
        setSaving((before) => ({ ...before, done: before.done + 1 }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    setSaving((before) => ({ ...before, isRunning: false, failures }));
    await queries.invalidateQueries({ queryKey: ASSETS_KEY });
    return failures.size;
  };
  return { saving, save };
}

function jobOf(asset: Asset, draft: EditDraft): { id: string; changes: AssetChanges }[] {
  const changes = changesOf(draft, asset);
  return Object.keys(changes).length === 0 ? [] : [{ id: asset.id, changes }];
}
