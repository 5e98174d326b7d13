import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
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
  return (
    <div className={classes.failure} role="alert">
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
