import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Selection } from '../../../features/select-assets/selection.ts';
import { SelectionSummary } from '../../../features/select-assets/selection-summary.tsx';
import { words } from '../../../features/visit-share/words.ts';
import classes from './guest-selection-bar.module.css';

type Props = {
  selection: Selection;
  onClear: () => void;
  onDownload: () => void;
  /** Why nothing can be downloaded any more, where that is so: whoever presses it all the same is told. */
  whyNot: string | undefined;
};

/** Rises as soon as something is selected. */
export function GuestSelectionBar({ selection, onClear, onDownload, whyNot }: Props) {
  const isEmpty = selection.chosen.size === 0;
  return (
    <div className={classes.bar} role="toolbar" aria-label={words.selection} data-none={isEmpty || undefined}>
      <SelectionSummary selection={selection} onClear={onClear} />
      <Button
        aria-disabled={whyNot !== undefined}
        aria-description={whyNot}
        data-disabled={whyNot !== undefined}
        leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
        onClick={onDownload}
      >
        {words.downloadSelected}
      </Button>
    </div>
  );
}
