import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { ExcludedList } from '../../shared/assets/excluded-list.tsx';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { beginUndoable } from '../../shared/notices/undo.ts';
import { refreshShares } from '../../shared/shares/shares-key.ts';
import { words } from './words.ts';

/** Takes assets out of a share at once, and offers to put them back. */
export function useRemoveFromShare(shareId: string) {
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (assetIds: string[]) => api.shares.removeAssets({ id: shareId, assetIds }),
    onMutate: beginUndoable,
    onSuccess: async ({ removed }, _assetIds, act) => {
      const undo = () => putBack(queries, shareId, removed);
      act.tell(words.removed(removed.length), { label: words.undo, undo });
      await refreshShares(queries);
    },
    onError: (error, _assetIds, act) => {
      act?.giveUp();
      tellError(error);
    },
  });
  return { remove: mutate, isRemoving: isPending };
}

async function putBack(queries: QueryClient, shareId: string, assetIds: string[]): Promise<void> {
  try {
    const { added, excluded } = await api.shares.addAssets({ id: shareId, assetIds });
    tell(
      words.undone(added.length),
      excluded.length === 0 ? {} : { details: <ExcludedList excluded={excluded} label={words.notBack} /> },
    );
  } finally {
    await refreshShares(queries);
  }
}
