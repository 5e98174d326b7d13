import type { Asset } from '../../shared/assets/asset.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { NothingListed } from '../../shared/ui/nothing-listed.tsx';
import { ReadMore } from '../../shared/ui/read-more.tsx';
import { CandidateTile } from './candidate-tile.tsx';
import type { useCandidates } from './pick-assets-api.ts';
import classes from './pick-assets.module.css';
import { words } from './words.ts';

const SHAPES = 12;

type Props = {
  query: ReturnType<typeof useCandidates>;
  q: string;
  chosen: ReadonlyMap<string, Asset>;
  onToggle: (asset: Asset) => void;
};

export function CandidatesGrid({ query, q, chosen, onToggle }: Props) {
  if (query.isPending) return <CandidatesSkeleton />;
  if (query.isError && query.data === undefined)
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const candidates = query.data.pages.flatMap(({ items }) => items);
  if (candidates.length === 0) {
    if (q !== '') return <NothingListed>{words.noMatch}</NothingListed>;
    return <NothingListed title={words.emptyTitle}>{words.emptyWords}</NothingListed>;
  }
  return (
    <>
      <ul className={classes.grid} aria-label={words.list} data-stale={query.isPlaceholderData || undefined}>
        {candidates.map((candidate) => (
          <li key={candidate.asset.id} className={classes.item}>
            <CandidateTile
              candidate={candidate}
              isChosen={chosen.has(candidate.asset.id)}
              onToggle={onToggle}
            />
          </li>
        ))}
      </ul>
      <ReadMore query={query} label={words.loadingMore} />
    </>
  );
}

function CandidatesSkeleton() {
  return (
    <div className={classes.grid} role="status" aria-label={words.loading}>
      {Array.from({ length: SHAPES }, (_, index) => (
        <div key={index} className={classes.shape} />
      ))}
    </div>
  );
}
