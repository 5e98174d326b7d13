import { Button } from '@mantine/core';
import classes from './select-all.module.css';
import type { SelectAll as State } from './use-select-all.ts';
import { words } from './words.ts';

type Props = { total: number; selectedCount: number; state: State };

/** Offers everything that a list holds, once all that it shows is selected; and tells how far that is. */
export function SelectAll({ total, selectedCount, state }: Props) {
  const isReading = state.total !== null;
  return (
    <span className={classes.offer}>
      <span role="status">{isReading ? words.selecting(selectedCount, state.total ?? total) : null}</span>
      <Button size="compact-sm" variant="subtle" onClick={isReading ? state.stop : () => state.start(total)}>
        {isReading ? words.stop : words.selectAll(total)}
      </Button>
    </span>
  );
}
