import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';

/** Typing has come to rest: what was typed is searched for. */
export const SETTLE_MS = 180;

type Options = {
  /** What is searched for now, as the address or whoever holds it has it. */
  searched: string;
  onSearch: (text: string) => void;
  /** Whether only another page is elsewhere; else any other address is, such as another tab. */
  isOnWholePage?: boolean;
};

/**
 * The text of a box that searches while one types. Another way to change what is searched for (back, a link) wins over
 * the box; what the box itself wrote does not, however late it comes back: somebody may have typed on.
 */
export function useSearchText({ searched, onSearch, isOnWholePage = false }: Options) {
  const { history } = useRouter();
  const [text, setText] = useState(searched);
  const [seen, setSeen] = useState(searched);
  /** What this box searched for, and what has not come back yet. */
  const [written, setWritten] = useState<readonly string[]>([]);
  const [overruled, setOverruled] = useState(0);
  const placeOf = ({ pathname, href }: typeof history.location) => (isOnWholePage ? pathname : href);

  const search = useDebouncedCallback((typed: string, place: string) => {
    // Whoever went elsewhere meanwhile is not fetched back.
    if (placeOf(history.location) !== place) {
      setText(searched);
      return;
    }
    setWritten((before) => [...before, typed.trim()]);
    onSearch(typed.trim());
  }, SETTLE_MS);

  if (searched !== seen) {
    const own = written.indexOf(searched);
    setSeen(searched);
    setWritten(written.slice(own === -1 ? written.length : own + 1));
    if (own === -1) {
      setText(searched);
      setOverruled((times) => times + 1);
    }
  }
  // What was typed before that is not searched for any more.
  useLayoutEffect(() => search.cancel(), [search, overruled]);

  return {
    text,
    type: (typed: string) => {
      setText(typed);
      search(typed, placeOf(history.location));
    },
  };
}
