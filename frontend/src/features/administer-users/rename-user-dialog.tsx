import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../shared/administration/administration-api.ts';
import { isName } from '../../shared/administration/is-name.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useChangeUser } from './administer-users-api.ts';
import classes from './dialogs.module.css';
import { words } from './words.ts';

export function RenameUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [name, setName] = useState(user.name);
  const [isWrong, setWrong] = useState(false);
  const change = useChangeUser();
  const follow = useOutcome();

  function submit() {
    setWrong(!isName(name));
    if (change.isPending || !isName(name)) return;
    follow(change.mutateAsync({ id: user.id, name: name.trim() }), {
      tell: (changed) => tell(words.renamed(changed.name)),
      there: onClose,
    });
  }

  return (
    <Dialog
      title={words.renameTitle(user.name)}
      onClose={onClose}
      onSubmit={submit}
      actions={<DialogActions label={words.save} isPending={change.isPending} onCancel={onClose} />}
    >
      <div className={classes.step}>
        <TextInput
          label={words.name}
          autoComplete="off"
          data-autofocus
          value={name}
          error={isWrong ? words.nameMissing : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {change.isError ? <Failure error={change.error} /> : null}
      </div>
    </Dialog>
  );
}
