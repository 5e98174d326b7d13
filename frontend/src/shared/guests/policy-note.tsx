import classes from './policy-note.module.css';
import type { Policy } from './policy-api.ts';
import { notAllowedWords, policyHint } from './policy-words.ts';
import type { PickedGuest } from './picked-guests.ts';

/** What the policy says of external guests, and which of those picked it does not allow. */
export function PolicyNote({ policy, picked }: { policy: Policy; picked: readonly PickedGuest[] }) {
  const hint = policyHint(policy);
  const notAllowed = notAllowedWords(policy, picked);
  return (
    <div role="status" className={hint === null && notAllowed === null ? classes.silent : classes.note}>
      {hint === null ? null : <p className={classes.hint}>{hint}</p>}
      {notAllowed === null ? null : <p className={classes.notAllowed}>{notAllowed}</p>}
    </div>
  );
}
