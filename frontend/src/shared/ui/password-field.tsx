import { PasswordInput } from '@mantine/core';
import type { PasswordInputProps } from '@mantine/core';
import { words } from './words.ts';

/** A field for a password, which can be shown. Mantine's own does not tell those who hear the page that it is wrong. */
export function PasswordField(props: PasswordInputProps) {
  const isWrong = props.error !== undefined && props.error !== null;
  return (
    <PasswordInput
      {...props}
      aria-invalid={isWrong || undefined}
      visibilityToggleButtonProps={{ 'aria-label': words.showTyped }}
    />
  );
}
