import { TextInput } from '@mantine/core';
import { DOWNLOADS_PER_GUEST_MAX } from '@vitrine/contracts';
import { limitOf } from './guest-options.ts';
import type { GuestOptions } from './guest-options.ts';
import type { Policy } from './policy-api.ts';
import { wordsOf } from './policy-words.ts';
import { Toggle } from '../ui/toggle.tsx';
import { words } from './words.ts';

type Props = {
  options: GuestOptions;
  onChange: (parts: Partial<GuestOptions>) => void;
  /** What it asks for, once that is known. */
  policy: Policy | undefined;
};

/** The same where a share is made and where it is changed. What the policy asks for anyway cannot be switched off. */
export function GuestOptionsFields({ options, onChange, policy }: Props) {
  const asking = policy?.codeRequired === true ? wordsOf(policy, 'codeRequired') : null;
  return (
    <>
      <Toggle
        label={words.askForCode}
        description={asking === null ? words.askForCodeHint : asking.asksForCode}
        checked={asking !== null || options.codeRequired}
        disabled={asking !== null}
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
