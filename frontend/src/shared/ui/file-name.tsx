import { useLayoutEffect, useRef } from 'react';
import { splitForMiddle } from '../format/shorten-middle.ts';
import { watchGap } from './close-gap.ts';
import classes from './file-name.module.css';
import heard from './heard.module.css';

/** A file name on one line that gives way in its middle, so that the extension stays. It is read out as one word. */
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
    <>
      {hasTail ? <span className={heard.heard}>{children}</span> : null}
      <span className={classes.name} title={children} aria-hidden={hasTail || undefined}>
        {/* What is written from the right is cut at its left: its beginning stays, too. */}
        <span ref={ref} className={classes.head} dir={hasTail ? 'auto' : undefined}>
          {head}
        </span>
        {hasTail ? <span className={classes.tail}>{tail}</span> : null}
      </span>
    </>
  );
}
