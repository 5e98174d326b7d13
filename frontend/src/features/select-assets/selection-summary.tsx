import { IconX } from '@tabler/icons-react';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import classes from './selection-summary.module.css';
import { byteSizeOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { words } from './words.ts';

/** How many are selected and how much that is, read out as it changes. */
export function SelectionSummary({ selection, onClear }: { selection: Selection; onClear: () => void }) {
  const count = selection.chosen.size;
  return (
    <div className={classes.summary}>
      {count > 0 ? (
        <IconAction label={words.clear} onClick={onClear}>
          <IconX size={18} stroke={1.5} aria-hidden />
        </IconAction>
      ) : null}
      <span className={classes.count} role="status" data-none={count === 0 || undefined}>
        {count === 0 ? words.noneSelected : words.selected(count)}
        {count > 0 ? <span className={classes.size}> {formatByteSize(byteSizeOf(selection))}</span> : null}
      </span>
    </div>
  );
}
