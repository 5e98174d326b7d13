import type { Ref } from 'react';
import { GuestOptionsFields } from '../../shared/guests/guest-options-fields.tsx';
import { InvitationFields } from '../../shared/guests/invitation-fields.tsx';
import type { ChangeInvitation } from '../../shared/guests/invitation.ts';
import type { Policy } from '../../shared/guests/policy-api.ts';
import type { ShareDraft } from './share-draft.ts';

type Props = {
  draft: ShareDraft;
  onChange: (change: Partial<ShareDraft>) => void;
  onInvitation: ChangeInvitation;
  guestsRef: Ref<HTMLInputElement>;
  /** Of the assets that will be in it, once that is known. */
  policy: Policy | undefined;
};

/** Who has access to the share, and what it asks of them. */
export function WhoStep({ draft, onChange, onInvitation, guestsRef, policy }: Props) {
  const { invitation, options } = draft;
  return (
    <>
      <InvitationFields
        invitation={invitation}
        policy={policy}
        guestsRef={guestsRef}
        onChange={onInvitation}
      />
      <GuestOptionsFields
        options={options}
        policy={policy}
        onChange={(parts) => onChange({ options: { ...options, ...parts } })}
      />
    </>
  );
}
