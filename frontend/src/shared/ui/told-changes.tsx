import { useState } from 'react';
import classes from './heard.module.css';

type Props = {
  /** What is read out, as it is by then. */
  text: string;
  /** When: as soon as this is another one. What stands there at first is read with all else. */
  of: unknown;
};

/** Reads out what somebody changed, and nothing that changes by itself. */
export function ToldChanges({ text, of }: Props) {
  const [told, setTold] = useState({ of, text: '' });
  if (told.of !== of) setTold({ of, text });
  return (
    <span role="status" className={classes.heard}>
      {told.text}
    </span>
  );
}
