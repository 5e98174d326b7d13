import { useState } from 'react';
import { DurationChoice } from '../../shared/guests/duration-choice.tsx';
import { USUAL_DURATION_DAYS } from '../../shared/guests/durations.ts';
import { usePolicyOfShare } from '../../shared/guests/policy-api.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import classes from './dialogs.module.css';
import { nameOf } from './guest-words.ts';
import { useRenewGuest } from './manage-guests-api.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

type Props = { shareId: string; guest: Guest; onClose: () => void };

/** Gives a guest whose link has ended a new one. */
export function RenewDialog({ shareId, guest, onClose }: Props) {
  const [durationDays, setDurationDays] = useState(USUAL_DURATION_DAYS);
  const policy = usePolicyOfShare(shareId);
  const renewal = useRenewGuest(shareId);
  const follow = useOutcome();
  const canRenew = policy?.areAssetsYours !== false;
  const name = nameOf(guest);

  function renew() {
    if (renewal.isPending || !canRenew) return;
    const wanted = { guestId: guest.id, durationDays };
    follow(renewal.mutateAsync(wanted), { tell: () => tell(words.renewed(name)), there: onClose });
  }

  return (
    <Dialog
      isShort
      title={words.renewTitle(name)}
      onClose={onClose}
      onSubmit={renew}
      actions={
        <DialogActions
          label={words.renew}
          isPending={renewal.isPending}
          canSubmit={canRenew}
          onCancel={onClose}
        />
      }
    >
      <div className={classes.step}>
        {canRenew ? null : <Failure error={null} sentence={words.notYours} />}
        <p className={classes.words}>{words.renewWords}</p>
        <DurationChoice isFocused value={durationDays} onChange={setDurationDays} policy={policy} />
        {renewal.isError ? <Failure error={renewal.error} /> : null}
      </div>
    </Dialog>
  );
}
