import { tell } from '../../shared/notices/notice.ts';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { nameOf } from './guest-words.ts';
import { useRemoveGuest } from './manage-guests-api.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

type Props = { shareId: string; guest: Guest; onClose: () => void };

/** Asks first: a link that is dead does not come back. */
export function RemoveDialog({ shareId, guest, onClose }: Props) {
  const removal = useRemoveGuest(shareId);
  const follow = useOutcome();
  const name = nameOf(guest);

  function remove() {
    follow(removal.mutateAsync(guest.id), { tell: () => tell(words.removed(name)), there: onClose });
  }

  return (
    <ConfirmDialog
      title={words.removeTitle}
      label={words.removeAction}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={remove}
      onClose={onClose}
    >
      {guest.state === 'expired' ? words.removeExpiredConsequence(name) : words.removeConsequence(name)}
    </ConfirmDialog>
  );
}
