import { Shape } from '../../shared/ui/shape.tsx';
import classes from './assets-skeleton.module.css';
import { USUAL_DENSITY } from './assets-view.ts';
import type { Density, Layout } from './assets-view.ts';
import rowShape from './row-shape.module.css';
import { words } from './words.ts';

const COUNT = 18;

type Props = { layout: Layout; density?: Density };

/** The shape of what comes, so that nothing jumps when it is there. */
export function AssetsSkeleton({ layout, density = USUAL_DENSITY }: Props) {
  const Shape = layout === 'grid' ? TileShape : RowShape;
  return (
    <div className={classes[layout]} data-density={density} role="status" aria-label={words.loading}>
      {Array.from({ length: COUNT }, (_, index) => (
        <Shape key={index} />
      ))}
    </div>
  );
}

function TileShape() {
  return (
    <div>
      <Shape className={classes.mat} />
      <div className={classes.foot}>
        <Shape className={classes.line} />
        <Shape className={classes.line} />
      </div>
    </div>
  );
}

function RowShape() {
  return (
    <div className={rowShape.row}>
      <Shape className={rowShape.picture} />
      <Shape className={classes.line} />
    </div>
  );
}
