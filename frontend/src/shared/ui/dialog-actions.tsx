import { Button, Tooltip } from '@mantine/core';
import { words } from './words.ts';

type Props = {
  /** Names what is done. */
  label: string;
  isPending: boolean;
  onCancel: () => void;
  cancelLabel?: string;
  canSubmit?: boolean;
  /** Why not, where there is more to say than to wait. */
  reason?: string | null;
  /** What cannot be taken back: the way out of it has the focus. */
  isDangerous?: boolean;
};

/** A finger and a keyboard are told the reason too. */
const ALL_WAYS = { hover: true, focus: true, touch: true };

/** The buttons of a dialog: the way out, and what it does. */
export function DialogActions({ label, isPending, onCancel, cancelLabel = words.cancel, ...rest }: Props) {
  const { canSubmit = true, reason = null, isDangerous = false } = rest;
  return (
    <>
      <Button variant="default" onClick={onCancel} data-autofocus={isDangerous || undefined}>
        {cancelLabel}
      </Button>
      <Tooltip label={reason} disabled={reason === null} events={ALL_WAYS}>
        <Button
          type="submit"
          loading={isPending}
          aria-disabled={!canSubmit}
          data-disabled={!canSubmit}
          {...(isDangerous ? { color: 'red' } : {})}
        >
          {label}
        </Button>
      </Tooltip>
    </>
  );
}
