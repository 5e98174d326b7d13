import { codeOf } from '../api/api-error.ts';
import { isSaidOfConnection, sentenceFor } from '../api/error-words.ts';
import { useIsAway } from '../connection/connection.ts';
import { PageState } from './page-state.tsx';
import { words } from './words.ts';

type Props = {
  title: string;
  query: { error: unknown; refetch: () => Promise<unknown> };
  /** There is nothing else on the page: its title is the page's. */
  isPage?: boolean;
};

/** What a page shows in the place of what could not be read, with a way to try again where that is of use. */
export function ReadFailed({ title, query, isPage = false }: Props) {
  // Only an administrator changes that, and then the page reads it again by itself.
  const isSwitchedOff = codeOf(query.error) === 'shares-not-enabled';
  const isSaid = isSaidOfConnection(query.error, useIsAway());
  return (
    <PageState
      role="alert"
      isPage={isPage}
      title={title}
      {...(!isSwitchedOff && { action: { label: words.retry, onClick: () => void query.refetch() } })}
    >
      {isSaid ? null : sentenceFor(query.error)}
    </PageState>
  );
}
