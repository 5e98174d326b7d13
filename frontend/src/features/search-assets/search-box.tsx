import { useMatch, useNavigate } from '@tanstack/react-router';
import { SearchField } from '../../shared/ui/search-field.tsx';
import { useSearchText } from '../../shared/ui/use-search-text.ts';
import { words } from './words.ts';

const QUERY_LENGTH_MAX = 200;

/** Searches the assets while one types, from every page. */
export function SearchBox() {
  const navigate = useNavigate();
  const { text, type } = useSearchText({
    searched: useSearchedText(),
    onSearch: (q) => void navigate({ to: '/', search: (view) => ({ ...view, q }), replace: true }),
    // What else of the list is changed meanwhile is searched along with it.
    isOnWholePage: true,
  });
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
