import { useLayoutEffect, useRef } from 'react';
import { splitForMiddle } from '../format/shorten-middle.ts';
import { watchGap } from './close-gap.ts';
import classes from './file-name.module.css';

/** A file name on one line that gives way in its middle, so that the extension stays. */
export function FileName({ children }: { children: string }) {
  const { head, tail } = splitForMiddle(children);
  const ref = useRef<HTMLSpanElement>(null);
  // A name that is whole has no gap, nor one that ends with its dots.
  const hasTail = tail !== '';
  useLayoutEffect(
    () => (ref.current === null || !hasTail ? undefined : watchGap(ref.current)),
    [children, hasTail],
  );
  return (
    <span className={classes.name} title={children}>
      <span ref={ref} className={classes.head}>
        {head}
      </span>
      {hasTail ? <span className={classes.tail}>{tail}</span> : null}
    </span>
  );
}
