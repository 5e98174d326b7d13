import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { ReadMore } from '../../shared/ui/read-more.tsx';
import { Shape } from '../../shared/ui/shape.tsx';
import { useActivity } from './show-activity-api.ts';
import { Timeline } from './timeline.tsx';
import classes from './timeline.module.css';
import { words } from './words.ts';

const SHAPES = 5;

/** The Activity tab: the one timeline of the share. */
export function ActivityPanel({ shareId }: { shareId: string }) {
  const query = useActivity(shareId);
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <ActivitySkeleton />;
  if (query.isError && entries.length === 0) {
    return <ReadFailed title={words.failedTitle} query={query} />;
  }
  if (entries.length === 0) return <PageState title={words.emptyTitle}>{words.emptyWords}</PageState>;
  return (
    <>
      <Timeline entries={entries} />
      <ReadMore query={query} label={words.loadingMore} />
    </>
  );
}

function ActivitySkeleton() {
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: SHAPES }, (_, index) => (
        <Shape key={index} className={classes.shape} />
      ))}
    </div>
  );
}
