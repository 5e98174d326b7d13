import classes from './policy-note.module.css';
import type { Policy } from './policy-api.ts';
import { notAllowedWords, perHourWords, policyHint } from './policy-words.ts';
import type { PickedGuest } from './picked-guests.ts';

/** What the policy says of external guests and of how many invitations, and which of those picked it does not allow. */
export function PolicyNote({ policy, picked }: { policy: Policy; picked: readonly PickedGuest[] }) {
  const hints = [policyHint(policy), perHourWords(policy)].filter((hint) => hint !== null);
  const notAllowed = notAllowedWords(policy, picked);
  return (
    <div role="status" className={hints.length === 0 && notAllowed === null ? classes.silent : classes.note}>
      {hints.length === 0 ? null : <p className={classes.hint}>{hints.join(' ')}</p>}
      {notAllowed === null ? null : <p className={classes.notAllowed}>{notAllowed}</p>}
    </div>
  );
}
