import { PasswordInput } from '@mantine/core';
import { Toggle } from '../../shared/ui/toggle.tsx';
import type { PasswordDraft } from './user-draft.ts';
import { words } from './words.ts';

type Props = { value: PasswordDraft; isWrong: boolean; onChange: (value: PasswordDraft) => void };

/** One is made, or somebody thinks of one. */
export function PasswordChoice({ value, isWrong, onChange }: Props) {
  return (
    <>
      <Toggle
        label={words.make}
        description={words.makeWords}
        checked={value.isMade}
        onChange={(event) => onChange({ ...value, isMade: event.currentTarget.checked })}
      />
      {value.isMade ? null : (
        <PasswordInput
          label={words.password}
          description={words.passwordShort}
          autoComplete="new-password"
          value={value.text}
          error={isWrong ? words.passwordShort : null}
          visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        />
      )}
    </>
  );
}
