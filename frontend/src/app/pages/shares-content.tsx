import { useNavigate } from '@tanstack/react-router';
import { SharesGrid, SharesSkeleton } from '../../features/browse-shares/shares-grid.tsx';
import { words } from '../../features/browse-shares/words.ts';
import { sharesIn, useShares } from '../../shared/shares/shares-list-api.ts';
import type { SharesScope } from '../../shared/shares/shares-list-api.ts';
import { isFailureShown } from '../../shared/api/api-error.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { ReadMore } from '../../shared/ui/read-more.tsx';

type Props = { scope: SharesScope; title: string; onShowAll: () => void };

/** The shares of one tab, or what stands in their place: a skeleton, an error, nothing. */
export function SharesContent({ scope, title, onShowAll }: Props) {
  const query = useShares({ scope, q: title });
  const shares = sharesIn(query.data?.pages);
  if (query.isPending) return <SharesSkeleton />;
  if (isFailureShown(query, shares.length > 0)) {
    return <ReadFailed title={words.failedTitle} query={query} />;
  }
  if (shares.length === 0) {
    return title === '' ? <NoShares scope={scope} /> : <NoMatch title={title} onShowAll={onShowAll} />;
  }
  return (
    <>
      <SharesGrid shares={shares} isStale={query.isPlaceholderData} />
      <ReadMore query={query} label={words.loadingMore} />
    </>
  );
}

/** Says how one gets to have what is not there. */
function NoShares({ scope }: { scope: SharesScope }) {
  const navigate = useNavigate();
  if (scope === 'received') {
    return <PageState title={words.emptyReceivedTitle}>{words.emptyReceivedWords}</PageState>;
  }
  return (
    <PageState
      title={words.emptyOwnedTitle}
      action={{ label: words.toAssets, onClick: () => void navigate({ to: '/' }) }}
    >
      {words.emptyOwnedWords}
    </PageState>
  );
}

function NoMatch({ title, onShowAll }: Omit<Props, 'scope'>) {
  return (
    <PageState title={words.noMatchTitle} action={{ label: words.showAll, onClick: onShowAll }}>
      {words.noMatchWords(title)}
    </PageState>
  );
}
