import { Skeleton } from '@mantine/core';
import classes from './assets-skeleton.module.css';
import type { Layout } from './assets-view.ts';
import { words } from './words.ts';

const COUNT = 18;

/** The shape of what comes, so that nothing jumps when it is there. */
export function AssetsSkeleton({ layout }: { layout: Layout }) {
  return (
    <div className={layout === 'grid' ? classes.grid : classes.list} role="status" aria-label={words.loading}>
      {Array.from({ length: COUNT }, (_, index) =>
        layout === 'grid' ? (
          <div key={index}>
            <Skeleton className={classes.mat} radius="lg" />
            <Skeleton height={12} width="70%" mt={14} radius="sm" />
            <Skeleton height={10} width="45%" mt={8} radius="sm" />
          </div>
        ) : (
          <Skeleton key={index} height={48} radius="sm" my={8} />
        ),
      )}
    </div>
  );
}
