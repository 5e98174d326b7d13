import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { asLines, linesIn } from './lines.ts';

type Props = {
  label: string;
  hint: ReactNode;
  value: readonly string[];
  onChange: (domains: string[]) => void;
};

/** Domains of addresses, one a line. */
export function AddressDomainsField({ label, hint, value, onChange }: Props) {
  const [text, setText] = useState('');
  // What is being written stays as it is written, until the value is another one.
  const isWritten = asLines(linesIn(text)) === asLines(value);
  return (
    <Textarea
      label={label}
      description={hint}
      placeholder="example.com"
      autosize
      minRows={2}
      maxRows={8}
      spellCheck={false}
      value={isWritten ? text : asLines(value)}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(linesIn(currentTarget.value));
      }}
    />
  );
}
