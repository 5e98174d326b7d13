import { Checkbox } from '@mantine/core';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { coverOf } from './selection.ts';
import type { Selection } from './selection.ts';
import type { SelectionActions } from './use-selection.ts';
import { words } from './words.ts';

type Props = { listed: readonly SelectedAsset[]; selection: Selection; actions: SelectionActions };

/** Selects everything that is listed, or takes it out of the selection again. */
export function SelectVisible({ listed, selection, actions }: Props) {
  const cover = coverOf(selection, listed);
  return (
    <Checkbox
      label={words.selectVisible}
      labelPosition="left"
      checked={cover === 'all'}
      indeterminate={cover === 'some'}
      disabled={listed.length === 0}
      onChange={() => {
        if (cover === 'all') actions.remove(listed);
        else actions.add(listed);
      }}
    />
  );
}
