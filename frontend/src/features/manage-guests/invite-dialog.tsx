import { useRef, useState } from 'react';
import { InvitationFields } from '../../shared/guests/invitation-fields.tsx';
import { asRequest, emptyInvitation, refusedBy, settled } from '../../shared/guests/invitation.ts';
import type { Invitation } from '../../shared/guests/invitation.ts';
import { usePolicyOfShare } from '../../shared/guests/policy-api.ts';
import { problemWords } from '../../shared/guests/problem-words.ts';
import { words as guestWords } from '../../shared/guests/words.ts';
import type { Refused } from '../../shared/guests/refused.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import classes from './dialogs.module.css';
import { useInviteGuests } from './manage-guests-api.ts';
import { withOnlyRefused } from './refused-guests.ts';
import { words } from './words.ts';

type Invited = { invited: readonly unknown[]; refused: Refused[] };

/** Invites guests to a share that is there. Who is refused stays in the field, with the reason. */
export function InviteDialog({ shareId, onClose }: { shareId: string; onClose: () => void }) {
  const [invitation, setInvitation] = useState(emptyInvitation);
  const policy = usePolicyOfShare(shareId);
  const inviting = useInviteGuests(shareId);
  const follow = useOutcome();
  const canInvite = policy?.areAssetsYours !== false;
  const guestsRef = useRef<HTMLInputElement>(null);
  const isToldAtField = refusedBy(invitation, inviting.error) !== null;

  function submit() {
    if (inviting.isPending || !canInvite) return;
    const whole = settled(invitation);
    setInvitation(whole);
    if (whole.problem === null) send(whole);
    else guestsRef.current?.focus();
  }

  function send(whole: Invitation) {
    follow(inviting.mutateAsync(asRequest(whole)), {
      ...toldOf(whole),
      there: ({ refused }) => {
        if (refused.length === 0) onClose();
        else setInvitation(withOnlyRefused(whole, refused));
      },
      failed: (error) => setInvitation(refusedBy(whole, error) ?? whole),
    });
  }

  return (
    <Dialog
      title={words.inviteDialog}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <DialogActions
          label={words.inviteCount(invitation.picked.length)}
          isPending={inviting.isPending}
          canSubmit={canInvite}
          onCancel={onClose}
        />
      }
    >
      <div className={classes.step}>
        {canInvite ? null : <Failure error={null} sentence={words.notYours} />}
        <InvitationFields {...{ invitation, policy, guestsRef }} onChange={setInvitation} />
        {inviting.isError && !isToldAtField ? <Failure error={inviting.error} /> : null}
      </div>
    </Dialog>
  );
}

/** Who was invited; and who was not, where the dialog cannot show that any more. */
function toldOf(whole: Invitation) {
  return {
    tell: ({ invited }: Invited) => (invited.length > 0 ? tell(words.invited(invited.length)) : undefined),
    closed: ({ refused }: Invited) =>
      refused.length > 0
        ? tell(guestWords.refusedList, { details: problemWords(withOnlyRefused(whole, refused)) })
        : undefined,
  };
}
