import type { Ref } from 'react';
import { useSession } from '../session/session-api.ts';
import { TextBlock } from '../ui/text-block.tsx';
import { DurationChoice } from './duration-choice.tsx';
import { GuestField } from './guest-field.tsx';
import classes from './invitation-fields.module.css';
import { MESSAGE_LENGTH_MAX } from './invitation.ts';
import type { ChangeInvitation, Invitation } from './invitation.ts';
import { MailLanguage } from './mail-language.tsx';
import type { Policy } from './policy-api.ts';
import { PolicyNote } from './policy-note.tsx';
import { words } from './words.ts';

type Props = {
  invitation: Invitation;
  onChange: ChangeInvitation;
  guestsRef: Ref<HTMLInputElement>;
  /** What holds for the assets that are shared, once that is known. */
  policy: Policy | undefined;
};

/** Who, for how long, and in which words: the same wherever somebody is invited. */
export function InvitationFields({ invitation, onChange, guestsRef, policy }: Props) {
  const { user } = useSession();
  const tooMany = invitation.message.trim().length - MESSAGE_LENGTH_MAX;
  return (
    <div className={classes.fields}>
      <GuestField invitation={invitation} onChange={onChange} ownEmail={user.email} ref={guestsRef} />
      {policy === undefined ? null : <PolicyNote policy={policy} picked={invitation.picked} />}
      <DurationChoice
        value={invitation.durationDays}
        policy={policy}
        onChange={(durationDays) => onChange((held) => ({ ...held, durationDays }))}
      />
      <div>
        <TextBlock
          label={words.message}
          placeholder={words.messageHint}
          value={invitation.message}
          error={tooMany > 0 ? words.messageTooLong(tooMany) : null}
          onChange={(event) => {
            const message = event.currentTarget.value;
            onChange((held) => ({ ...held, message }));
          }}
        />
        <MailLanguage
          value={invitation.language}
          onChange={(language) => onChange((held) => ({ ...held, language }))}
        />
      </div>
    </div>
  );
}
