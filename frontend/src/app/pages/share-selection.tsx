import { useState } from 'react';
import type { Selection } from '../../features/select-assets/selection.ts';
import { ShareMenu } from '../../features/share-assets/share-menu.tsx';

type Props = { selection: Selection; onDone: () => void };

type Dialog = 'create' | 'add';

/** The Share button with the two dialogs that it leads to. */
export function ShareSelection({ selection }: Props) {
  const [, setDialog] = useState<Dialog | null>(null);
  return (
    <ShareMenu
      isDisabled={selection.chosen.size === 0}
      onCreate={() => setDialog('create')}
      onAddToExisting={() => setDialog('add')}
    />
  );
}
