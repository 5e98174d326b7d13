import { Button, Tooltip } from '@mantine/core';
import { words as dialogWords } from '../../shared/ui/words.ts';
import { words } from './words.ts';

type Props = {
  canAdd: boolean;
  /** Why not, where there is more to say than to wait. */
  reason: string | null;
  isPending: boolean;
  onCancel: () => void;
};

export function AddToShareActions({ canAdd, reason, isPending, onCancel }: Props) {
  return (
    <>
      <Button variant="default" onClick={onCancel}>
        {dialogWords.cancel}
      </Button>
      <Tooltip label={reason} disabled={reason === null}>
        <Button type="submit" loading={isPending} aria-disabled={!canAdd} data-disabled={!canAdd}>
          {words.select}
        </Button>
      </Tooltip>
    </>
  );
}
