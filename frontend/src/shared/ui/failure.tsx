import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { sentenceFor } from '../api/error-words.ts';
import classes from './failure.module.css';
import { words } from './words.ts';

/** What failed, where it failed: in a dialog or a part of a page. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className={classes.failure} role="alert">
      <IconAlertCircle size={18} stroke={1.5} aria-hidden />
      <span className={classes.words}>{sentenceFor(error)}</span>
      {onRetry === undefined ? null : (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}
