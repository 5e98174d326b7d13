import { Shape } from '../../shared/ui/shape.tsx';
import classes from './share-skeleton.module.css';
import { words } from './words.ts';

/** The shape of a share's head, until it is read. */
export function ShareSkeleton() {
  return (
    <div className={classes.shape} role="status" aria-label={words.loading}>
      <Shape className={classes.title} />
      <Shape className={classes.line} />
    </div>
  );
}
