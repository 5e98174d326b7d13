import type { ReactNode } from 'react';
import { DialogActions } from './dialog-actions.tsx';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';

type Props = {
  title: string;
  /** What it will mean. */
  children: ReactNode;
  /** Names what is done. */
  label: string;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

const WIDTH_PX = 440;

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, children, label, isPending, error, onConfirm, onClose }: Props) {
  return (
    <Dialog
      isShort
      title={title}
      widthPx={WIDTH_PX}
      onClose={onClose}
      onSubmit={() => {
        if (!isPending) onConfirm();
      }}
      actions={<DialogActions label={label} isPending={isPending} onCancel={onClose} isDangerous />}
    >
      {children}
      {error === null ? null : <Failure error={error} />}
    </Dialog>
  );
}
