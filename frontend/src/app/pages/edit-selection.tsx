import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Selection } from '../../features/select-assets/selection.ts';
import { EDITED_MAX } from '../../shared/assets/edited-max.ts';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { lazyDialog } from '../../shared/ui/lazy-dialog.tsx';
import { words } from './words.ts';

const EditAssetsDialog = lazyDialog(
  async () => (await import('../../features/edit-assets/edit-assets-dialog.tsx')).EditAssetsDialog,
);

/** The pencil of the toolbar: titles and rights of all that is selected. */
export function EditSelection({ selection }: { selection: Pick<Selection, 'chosen'> }) {
  const [editedIds, setEditedIds] = useState<string[] | null>(null);
  const { size } = selection.chosen;
  if (size === 0) return null;
  const isTooMuch = size > EDITED_MAX;
  return (
    <>
      <IconAction
        label={words.edit}
        hint={isTooMuch ? words.editAtMost(EDITED_MAX) : words.edit}
        size={36}
        variant="default"
        isDisabled={isTooMuch}
        onClick={() => setEditedIds([...selection.chosen.keys()])}
      >
        <IconPencil size={20} stroke={1.5} aria-hidden />
      </IconAction>
      {editedIds === null ? null : (
        <EditAssetsDialog assetIds={editedIds} onClose={() => setEditedIds(null)} />
      )}
    </>
  );
}
