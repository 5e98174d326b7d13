import { PasswordField } from '../../shared/ui/password-field.tsx';
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
        <PasswordField
          label={words.password}
          description={isWrong ? null : words.passwordShort}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="new-password"
          value={value.text}
          error={isWrong ? words.passwordShort : null}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        />
      )}
    </>
  );
}
