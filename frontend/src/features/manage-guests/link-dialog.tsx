import { Button } from '@mantine/core';
import { formatInstant } from '../../shared/format/format-date.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { ShownOnce } from '../../shared/ui/shown-once.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import classes from './dialogs.module.css';
import { nameOf } from './guest-words.ts';
import { useMakeLink } from './manage-guests-api.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

type Props = { shareId: string; guest: Guest; onClose: () => void };

/** A link of a guest to hand over in another way than by mail. It is made when it is asked for, and shown this once. */
export function LinkDialog({ shareId, guest, onClose }: Props) {
  const making = useMakeLink(shareId);
  const follow = useOutcome();
  const link = making.data;
  const name = nameOf(guest);

  function make() {
    follow(making.mutateAsync(guest.id), {
      closed: () => tell(words.linkMade(name), { details: words.linkUnseen }),
    });
  }

  return (
    <Dialog
      isShort
      title={words.linkTitle(name)}
      onClose={onClose}
      onSubmit={() => {
        if (link !== undefined) onClose();
        else if (!making.isPending) make();
      }}
      actions={
        link === undefined ? (
          <DialogActions label={words.makeLink} isPending={making.isPending} onCancel={onClose} />
        ) : (
          <Button type="submit">{words.done}</Button>
        )
      }
    >
      <div className={classes.step}>
        <p className={classes.words}>{link === undefined ? whatItIs(guest) : words.linkHandOver(name)}</p>
        {link === undefined ? null : <ShownOnce label={words.linkLabel} secret={link.url} />}
        {making.isError ? <Failure error={making.error} /> : null}
      </div>
    </Dialog>
  );
}

function whatItIs(guest: Guest): string {
  const name = nameOf(guest);
  if (guest.kind === 'internal') return words.linkOfColleague(name);
  return words.linkWords(name, formatInstant(guest.expiresAt));
}
