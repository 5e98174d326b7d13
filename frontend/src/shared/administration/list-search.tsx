import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { SearchField } from '../ui/search-field.tsx';

const SETTLE_MS = 180;
const LENGTH_MAX = 200;

type Props = {
  label: string;
  text: string;
  onSearch: (text: string) => void;
  className?: string | undefined;
};

/** Searches a list while one types. */
export function ListSearch({ label, text: wanted, onSearch, className }: Props) {
  const [text, setText] = useState(wanted);
  const [seen, setSeen] = useState(wanted);
  const search = useDebouncedCallback((typed: string) => onSearch(typed.trim()), SETTLE_MS);

  // What changed the address without us, such as the back button, changes the box.
  if (wanted !== seen) {
    setSeen(wanted);
    if (wanted !== text.trim()) setText(wanted);
  }

  return (
    <SearchField
      className={className ?? ''}
      label={label}
      maxLength={LENGTH_MAX}
      text={text}
      onType={(typed) => {
        setText(typed);
        search(typed);
      }}
      // In a dialog it would send the form.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
