import { Shape } from '../../shared/ui/shape.tsx';
import { Brand } from './brand.tsx';
import classes from './frame.module.css';
import navigation from './navigation.module.css';
import { words } from './words.ts';

/** The frame before it is known who looks at it: the session is long in coming. */
export function FrameSkeleton() {
  return (
    <div className={classes.frame}>
      <div className={navigation.navigation}>
        <div className={navigation.brand}>
          <Brand />
        </div>
      </div>
      <div className={classes.bar}>
        <Shape className={classes.searchShape} />
      </div>
      <main className={classes.content} role="status" aria-label={words.loading} />
    </div>
  );
}
