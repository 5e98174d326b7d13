import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { limitOf } from '../guests/guest-options.ts';

type Props = {
  label: string;
  hint: ReactNode;
  /** What is said where there is none. */
  placeholder: string;
  most: number;
  value: number | null;
  onChange: (amount: number | null) => void;
};

/** A whole number, or none. */
export function AmountField({ label, hint, placeholder, most, value, onChange }: Props) {
  return (
    <TextInput
      label={label}
      description={hint}
      placeholder={placeholder}
      inputMode="numeric"
      autoComplete="off"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(limitOf(currentTarget.value, most))}
    />
  );
}
