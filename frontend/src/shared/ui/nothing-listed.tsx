import type { ReactNode } from 'react';
import classes from './nothing-listed.module.css';

/** What a list in a dialog says when it has nothing to choose from. */
export function NothingListed({ title, children }: { title?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.nothing} role="status">
      {title === undefined ? null : <strong>{title}</strong>}
      {children}
    </div>
  );
}
