import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { ExcludedList } from '../../shared/assets/excluded-list.tsx';
import { tell, tellError, tellUndoable } from '../../shared/notices/notice.ts';
import { refreshShares } from '../../shared/shares/shares-key.ts';
import { words } from './words.ts';

/** Takes assets out of a share at once, and offers to put them back. */
export function useRemoveFromShare(shareId: string) {
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (assetIds: string[]) => api.shares.removeAssets({ id: shareId, assetIds }),
    onSuccess: async ({ removed }) => {
      const undo = () => putBack(queries, shareId, removed);
      tellUndoable(words.removed(removed.length), { label: words.undo, undo });
      await refreshShares(queries);
    },
    onError: tellError,
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
