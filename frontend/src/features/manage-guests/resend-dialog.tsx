import { codeOf } from '../../shared/api/api-error.ts';
import { formatInstant } from '../../shared/format/format-date.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import classes from './dialogs.module.css';
import { nameOf } from './guest-words.ts';
import { useResendInvitation } from './manage-guests-api.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

type Props = { shareId: string; guest: Guest; onClose: () => void };

/** Sends an invitation again. Asks first: the link of before is dead then. */
export function ResendDialog({ shareId, guest, onClose }: Props) {
  const resending = useResendInvitation(shareId);
  const follow = useOutcome();
  const name = nameOf(guest);
  const isTooSoon = codeOf(resending.error) === 'too-many-requests';

  function resend() {
    if (resending.isPending) return;
    follow(resending.mutateAsync(guest.id), { tell: () => tell(words.resent(name)), there: onClose });
  }

  return (
    <Dialog
      isShort
      title={words.resendTitle(name)}
      onClose={onClose}
      onSubmit={resend}
      actions={
        <DialogActions label={words.resendAction} isPending={resending.isPending} onCancel={onClose} />
      }
    >
      <div className={classes.step}>
        <p className={classes.words}>{words.resendWords(formatInstant(guest.expiresAt))}</p>
        {resending.isError ? (
          <Failure error={resending.error} sentence={isTooSoon ? words.resendTooSoon : undefined} />
        ) : null}
      </div>
    </Dialog>
  );
}
