import { Shape } from '../ui/shape.tsx';
import classes from './rows.module.css';

const SHAPES = 5;

/** The shape of the rows that come. */
export function RowsSkeleton({ label }: { label: string }) {
  return (
    <div className={classes.rows} role="status" aria-label={label}>
      {Array.from({ length: SHAPES }, (_, index) => (
        <div key={index} className={classes.shape}>
          <Shape className={classes.line} />
          <Shape className={classes.line} />
        </div>
      ))}
    </div>
  );
}
