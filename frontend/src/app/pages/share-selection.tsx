import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Selection } from '../../features/select-assets/selection.ts';
import { ShareMenu } from '../../features/share-assets/share-menu.tsx';
import { lazyDialog } from '../../shared/ui/lazy-dialog.tsx';

const CreateShareDialog = lazyDialog(
  async () => (await import('../../features/create-share/create-share-dialog.tsx')).CreateShareDialog,
);
const AddToShareDialog = lazyDialog(
  async () => (await import('../../features/add-to-share/add-to-share-dialog.tsx')).AddToShareDialog,
);

type Props = {
  selection: Selection;
  onDone: () => void;
  /** Takes out of the selection what is there no longer. */
  onRefused: (error: unknown) => Promise<boolean>;
};

/** The Share button with the two dialogs that it leads to. */
export function ShareSelection({ selection, onDone, onRefused }: Props) {
  const [dialog, setDialog] = useState<'create' | 'add' | null>(null);
  const navigate = useNavigate();
  const assets = useMemo(() => [...selection.chosen.values()], [selection]);
  const shared = {
    assets,
    onRefused,
    onClose: () => setDialog(null),
    onOpenShare: (shareId: string, tab?: 'guests') =>
      void navigate({
        to: '/shares/$shareId',
        params: { shareId },
        ...(tab === undefined ? {} : { search: { tab } }),
      }),
  };
  const end = () => {
    onDone();
    setDialog(null);
  };
  return (
    <>
      <ShareMenu
        isDisabled={selection.chosen.size === 0}
        onCreate={() => setDialog('create')}
        onAddToExisting={() => setDialog('add')}
      />
      {dialog === 'create' && assets.length > 0 ? <CreateShareDialog {...shared} onCreated={end} /> : null}
      {dialog === 'add' && assets.length > 0 ? <AddToShareDialog {...shared} onAdded={end} /> : null}
    </>
  );
}
