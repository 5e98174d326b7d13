import type { Ref } from 'react';
import { GuestOptionsFields } from '../../shared/guests/guest-options-fields.tsx';
import { InvitationFields } from '../../shared/guests/invitation-fields.tsx';
import type { ChangeInvitation } from '../../shared/guests/invitation.ts';
import type { ShareDraft } from './share-draft.ts';

type Props = {
  draft: ShareDraft;
  onChange: (change: Partial<ShareDraft>) => void;
  onInvitation: ChangeInvitation;
  guestsRef: Ref<HTMLInputElement>;
};

/** Who has access to the share, and what it asks of them. */
export function WhoStep({ draft: { invitation, options }, onChange, onInvitation, guestsRef }: Props) {
  return (
    <>
      <InvitationFields invitation={invitation} guestsRef={guestsRef} onChange={onInvitation} />
      <GuestOptionsFields
        options={options}
        onChange={(parts) => onChange({ options: { ...options, ...parts } })}
      />
    </>
  );
}
