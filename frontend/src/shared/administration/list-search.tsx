import { SearchField } from '../ui/search-field.tsx';
import { useSearchText } from '../ui/use-search-text.ts';

const LENGTH_MAX = 200;

type Props = {
  label: string;
  text: string;
  onSearch: (text: string) => void;
  className?: string | undefined;
};

/** Searches a list while one types. */
export function ListSearch({ label, text: searched, onSearch, className }: Props) {
  const { text, type } = useSearchText({ searched, onSearch });
  return (
    <SearchField
      className={className ?? ''}
      label={label}
      maxLength={LENGTH_MAX}
      text={text}
      onType={type}
      // In a dialog it would send the form.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
