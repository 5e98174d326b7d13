import { TextInput } from '@mantine/core';
import { DOWNLOADS_PER_GUEST_MAX } from '@vitrine/contracts';
import { limitOf } from './guest-options.ts';
import type { GuestOptions } from './guest-options.ts';
import { useInvitationPolicy } from './policy-api.ts';
import { Toggle } from '../ui/toggle.tsx';
import { words } from './words.ts';

type Props = { options: GuestOptions; onChange: (parts: Partial<GuestOptions>) => void };

/** The same where a share is made and where it is changed. What the account asks for anyway cannot be switched off. */
export function GuestOptionsFields({ options, onChange }: Props) {
  const isAskedByAccount = useInvitationPolicy()?.codeRequired === true;
  return (
    <>
      <Toggle
        label={words.askForCode}
        description={isAskedByAccount ? words.accountAsksForCode : words.askForCodeHint}
        checked={isAskedByAccount || options.codeRequired}
        disabled={isAskedByAccount}
        onChange={({ currentTarget }) => onChange({ codeRequired: currentTarget.checked })}
      />
      <TextInput
        label={words.downloadsMax}
        description={words.downloadsMaxHint}
        placeholder={words.noLimit}
        inputMode="numeric"
        autoComplete="off"
        value={options.downloadsMax ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ downloadsMax: limitOf(currentTarget.value, DOWNLOADS_PER_GUEST_MAX) })
        }
      />
    </>
  );
}
