import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { codeOf } from '../../shared/api/api-error.ts';
import { api } from '../../shared/api/client.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { PasswordField } from '../../shared/ui/password-field.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import classes from './change-password.module.css';
import { words } from './words.ts';

const LENGTH_MIN = 8;
const WIDTH_PX = 440;

/** Sets another password for oneself. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const [passwords, setPasswords] = useState({ currentPassword: '', newPassword: '' });
  const [isTried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => api.session.changePassword(passwords),
  });
  const follow = useOutcome();
  const isWrong = isCurrentWrong(change.error);
  const isFit = passwords.currentPassword !== '' && passwords.newPassword.length >= LENGTH_MIN;

  function submit() {
    setTried(true);
    if (!isFit || change.isPending) return;
    follow(change.mutateAsync(), {
      tell: () => tell(words.done),
      there: onClose,
      reasonOf: (error) => (isCurrentWrong(error) ? words.currentWrong : null),
    });
  }

  return (
    <Dialog
      title={words.title}
      widthPx={WIDTH_PX}
      onClose={onClose}
      onSubmit={submit}
      actions={<DialogActions label={words.title} isPending={change.isPending} onCancel={onClose} />}
    >
      <div className={classes.step}>
        <p className={classes.words}>{words.consequence}</p>
        <PasswordFields passwords={passwords} isTried={isTried} isWrong={isWrong} onChange={setPasswords} />
        {change.isError && !isWrong ? <Failure error={change.error} /> : null}
      </div>
    </Dialog>
  );
}

type Passwords = { currentPassword: string; newPassword: string };

type FieldsProps = {
  passwords: Passwords;
  isTried: boolean;
  /** Whether the current password is another one. */
  isWrong: boolean;
  onChange: (passwords: Passwords) => void;
};

function PasswordFields({ passwords, isTried, isWrong, onChange }: FieldsProps) {
  const { currentPassword, newPassword } = passwords;
  return (
    <>
      <PasswordField
        label={words.current}
        autoComplete="current-password"
        data-autofocus
        value={currentPassword}
        error={currentProblem(isTried && currentPassword === '', isWrong)}
        onChange={(event) => onChange({ ...passwords, currentPassword: event.currentTarget.value })}
      />
      <PasswordField
        label={words.next}
        description={words.nextWords}
        autoComplete="new-password"
        value={newPassword}
        error={isTried && newPassword.length < LENGTH_MIN ? words.nextShort : null}
        onChange={(event) => onChange({ ...passwords, newPassword: event.currentTarget.value })}
      />
    </>
  );
}

function isCurrentWrong(error: unknown): boolean {
  return codeOf(error) === 'wrong-credentials';
}

function currentProblem(isMissing: boolean, isWrong: boolean): string | null {
  if (isMissing) return words.currentMissing;
  return isWrong ? words.currentWrong : null;
}
