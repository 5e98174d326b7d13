import type { ListedShare } from '@vitrine/contracts';
import { Shape } from '../../shared/ui/shape.tsx';
import { ShareCard } from './share-card.tsx';
import classes from './shares-grid.module.css';
import { words } from './words.ts';

const SHAPES = 8;

export function SharesGrid({ shares, isStale }: { shares: readonly ListedShare[]; isStale: boolean }) {
  return (
    <ul className={classes.grid} aria-label={words.list} data-stale={isStale || undefined}>
      {shares.map((share) => (
        <li key={share.id} className={classes.item}>
          <ShareCard share={share} />
        </li>
      ))}
    </ul>
  );
}

/** The shape of what comes, so that nothing jumps when it is there. */
export function SharesSkeleton() {
  return (
    <div className={classes.grid} role="status" aria-label={words.loading}>
      {Array.from({ length: SHAPES }, (_, index) => (
        <div key={index}>
          <Shape className={classes.mat} />
          <Shape className={classes.line} />
          <Shape className={classes.line} />
        </div>
      ))}
    </div>
  );
}
