import type { ReactNode } from 'react';
import classes from './list-heading.module.css';

/** Names a part of a list, above its first row. */
export function ListHeading({ children }: { children: ReactNode }) {
  return <h2 className={classes.heading}>{children}</h2>;
}
