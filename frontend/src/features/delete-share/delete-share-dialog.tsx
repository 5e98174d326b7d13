import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { tell } from '../../shared/notices/notice.ts';
import { refreshShares } from '../../shared/shares/shares-key.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { words } from './words.ts';

type Props = { share: Pick<Share, 'id' | 'title'>; onClose: () => void; onDeleted: () => Promise<void> };

export function DeleteShareDialog({ share, onClose, onDeleted }: Props) {
  const queries = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => api.shares.remove({ id: share.id }),
    // Away from its page first, which would ask for it again.
    onSuccess: async () => {
      tell(words.deleted(share.title));
      await onDeleted();
      await refreshShares(queries);
    },
  });
  const follow = useOutcome();
  return (
    <ConfirmDialog
      title={words.dialog}
      label={words.delete}
      isPending={deletion.isPending}
      error={deletion.error}
      onConfirm={() => follow(deletion.mutateAsync(), {})}
      onClose={onClose}
    >
      {words.consequence(share.title)}
    </ConfirmDialog>
  );
}
