import { CloseButton, TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import classes from './search-field.module.css';
import { words } from './words.ts';

type Props = Omit<TextInputProps, 'label' | 'value' | 'onChange'> & {
  label: string;
  text: string;
  onType: (text: string) => void;
};

/** Where one types what one looks for. */
export function SearchField({ label, text, onType, className, ...rest }: Props) {
  return (
    <TextInput
      type="search"
      className={`${classes.field} ${className ?? ''}`}
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton size={24} iconSize={16} aria-label={words.clearSearch} onClick={() => onType('')} />
        )
      }
      onChange={(event) => onType(event.currentTarget.value)}
      {...rest}
    />
  );
}
