import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { SearchField } from '../../shared/ui/search-field.tsx';
import { TITLE_SEARCH_LENGTH_MAX } from './shares-view.ts';
import { words } from './words.ts';

const SETTLE_MS = 180;

type Props = { title: string; onSearch: (title: string) => void; className?: string | undefined };

/** Searches the titles while one types. Give it a `key` of what else is shown, so that it begins anew with that. */
export function SharesSearch({ title, onSearch, className }: Props) {
  const [text, setText] = useState(title);
  const [seen, setSeen] = useState(title);
  const search = useDebouncedCallback((wanted: string) => onSearch(wanted.trim()), SETTLE_MS);

  // What changed the address without us, such as the back button, changes the box.
  if (title !== seen) {
    setSeen(title);
    if (title !== text.trim()) setText(title);
  }

  function type(wanted: string) {
    setText(wanted);
    search(wanted);
  }

  return (
    <SearchField
      className={className ?? ''}
      label={words.search}
      maxLength={TITLE_SEARCH_LENGTH_MAX}
      text={text}
      onType={type}
    />
  );
}
