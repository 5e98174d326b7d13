import classes from './guest-skeleton.module.css';
import { words } from './words.ts';

/** The shape of a share while it is being read. */
export function GuestSkeleton() {
  return (
    <div className={classes.skeleton} role="status" aria-label={words.loading}>
      <div className={classes.line} />
      <div className={classes.title} />
      <div className={classes.button} />
      <div className={classes.pictures}>
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} className={classes.picture} />
        ))}
      </div>
    </div>
  );
}
