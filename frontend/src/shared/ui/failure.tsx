import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { sentenceFor } from '../api/error-words.ts';
import classes from './failure.module.css';
import { words } from './words.ts';

type Props = {
  error: unknown;
  /** Where more is to be said than the error itself tells. */
  sentence?: string | undefined;
  onRetry?: () => void;
};

/** What failed, where it failed: in a dialog or a part of a page. */
export function Failure({ error, sentence = sentenceFor(error), onRetry }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  // In a long dialog it may come where nobody looks.
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to undo it by.
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={ref} className={classes.failure} role="alert">
      <IconAlertCircle size={18} stroke={1.5} aria-hidden />
      <span className={classes.words}>{sentence}</span>
      {onRetry === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}
