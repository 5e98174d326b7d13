import { useDebouncedCallback } from '@mantine/hooks';
import { useMatch, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SearchField } from '../../shared/ui/search-field.tsx';
import { words } from './words.ts';

const SETTLE_MS = 180;
const QUERY_LENGTH_MAX = 200;

/** Searches while one types. The address holds the words; another way to change it (back, a link) wins over the box. */
export function SearchBox() {
  const q = useSearchedText();
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  const [known, setKnown] = useState({ seen: q, written: q });

  // What changed the address without us (the back button, a link) changes the box; our own writing does not.
  if (q !== known.seen) {
    setKnown({ ...known, seen: q });
    if (q !== known.written) setText(q);
  }

  const search = useDebouncedCallback((wanted: string) => {
    setKnown(({ seen }) => ({ seen, written: wanted.trim() }));
    void navigate({ to: '/', search: (view) => ({ ...view, q: wanted.trim() }), replace: true });
  }, SETTLE_MS);

  function type(wanted: string) {
    setText(wanted);
    search(wanted);
  }

  return (
    <SearchField
      role="searchbox"
      label={words.search}
      maxLength={QUERY_LENGTH_MAX}
      text={text}
      onType={type}
    />
  );
}

/** Of the assets: what another page is searched for stands in its own field. */
function useSearchedText(): string {
  return useMatch({ from: '/portal/', shouldThrow: false, select: ({ search }) => search.q ?? '' }) ?? '';
}
