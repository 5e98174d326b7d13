import { SearchField } from '../../shared/ui/search-field.tsx';
import { useSearchText } from '../../shared/ui/use-search-text.ts';
import { TITLE_SEARCH_LENGTH_MAX } from './shares-view.ts';
import { words } from './words.ts';

type Props = { title: string; onSearch: (title: string) => void; className?: string | undefined };

/** Searches the titles while one types. Give it a `key` of what else is shown, so that it begins anew with that. */
export function SharesSearch({ title, onSearch, className }: Props) {
  const { text, type } = useSearchText({ searched: title, onSearch });
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
