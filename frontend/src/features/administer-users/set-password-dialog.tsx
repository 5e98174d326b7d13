import { Button } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../shared/administration/administration-api.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useSetPassword } from './administer-users-api.ts';
import classes from './dialogs.module.css';
import { MadePassword } from './made-password.tsx';
import { PasswordChoice } from './password-choice.tsx';
import { passwordOutcome } from './password-outcome.ts';
import { emptyPassword, isTooShort, passwordOf } from './user-draft.ts';
import { words } from './words.ts';

type Props = { user: User; onClose: () => void };

/** Sets a password for somebody; where it was made, shows it this once. */
export function SetPasswordDialog({ user, onClose }: Props) {
  const [made, setMade] = useState<string | null>(null);
  if (made === null) return <SetPasswordForm user={user} onMade={setMade} onClose={onClose} />;
  return (
    <Dialog
      title={words.passwordSet(user.name)}
      onClose={onClose}
      onSubmit={onClose}
      actions={<Button type="submit">{words.done}</Button>}
    >
      <MadePassword name={user.name} password={made} />
    </Dialog>
  );
}

function SetPasswordForm({ user, onMade, onClose }: Props & { onMade: (password: string) => void }) {
  const [password, setPassword] = useState(emptyPassword);
  const [isWrong, setWrong] = useState(false);
  const setting = useSetPassword();
  const follow = useOutcome();

  function submit() {
    setWrong(isTooShort(password));
    if (setting.isPending || isTooShort(password)) return;
    const sentence = words.passwordSet(user.name);
    const wanted = { id: user.id, ...passwordOf(password) };
    follow(setting.mutateAsync(wanted), passwordOutcome({ sentence, onMade, onClose }));
  }

  return (
    <Dialog
      title={words.passwordTitle(user.name)}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <DialogActions label={words.passwordAction} isPending={setting.isPending} onCancel={onClose} />
      }
    >
      <div className={classes.step}>
        <p className={classes.words}>{words.passwordConsequence(user.name)}</p>
        <PasswordChoice value={password} isWrong={isWrong} onChange={setPassword} />
        {setting.isError ? <Failure error={setting.error} /> : null}
      </div>
    </Dialog>
  );
}
