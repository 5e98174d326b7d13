import { Tooltip } from '@mantine/core';
import type { Status } from './asset-status.ts';
import classes from './status-label.module.css';

export function StatusLabel({ status }: { status: Status }) {
  return (
    <Tooltip label={status.sentence} multiline maw={280}>
      <span className={classes.label} data-tone={status.tone}>
        {status.label}
      </span>
    </Tooltip>
  );
}
