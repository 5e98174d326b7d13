import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import facts from '../../shared/ui/facts.module.css';
import classes from './create-share.module.css';
import type { ShareDraft } from './share-draft.ts';
import { words } from './words.ts';

type Props = {
  step: 'what' | 'who';
  draft: ShareDraft;
  canGoOn: boolean;
  /** Why one cannot go on, where there is more to say than to wait. */
  reason: string | null;
  isPending: boolean;
  onBack: () => void;
  onCancel: () => void;
};

/** Ends a step: the main button names what it does. */
export function CreateShareActions(props: Props) {
  const { step, draft, canGoOn, reason, isPending, onBack, onCancel } = props;
  const isFirstOfTwo = step === 'what' && draft.hasGuests;
  return (
    <>
      <span className={`${facts.facts} ${classes.before}`}>{consequenceOf(step, draft)}</span>
      <DialogActions
        label={isFirstOfTwo ? words.next : words.create}
        canSubmit={canGoOn}
        reason={reason}
        isPending={isPending}
        {...(step === 'what' ? { onCancel } : { onCancel: onBack, cancelLabel: words.back })}
      />
    </>
  );
}

function consequenceOf(step: Props['step'], { hasGuests, invitation }: ShareDraft): string | null {
  if (step === 'what') return hasGuests ? words.stepOf(1) : null;
  return invitation.picked.length === 0 ? words.stepOf(2) : words.whoGetsMail(invitation.picked.length);
}
