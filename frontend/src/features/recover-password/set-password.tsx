import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { codeOf } from '../../shared/api/api-error.ts';
import { api } from '../../shared/api/client.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { focusWrong } from '../../shared/ui/focus-wrong.ts';
import { PasswordField } from '../../shared/ui/password-field.tsx';
import classes from '../../shared/ui/door-form.module.css';
import { Said } from './said.tsx';
import { words } from './words.ts';

const LENGTH_MIN = 8;

type Props = {
  /** The secret of the link; empty where there is none. */
  token: string;
  /** The ways on: to the sign-in, and to another link. */
  signIn: ReactNode;
  another: ReactNode;
};

/** Sets a new password by the link of a mail. Reading the page uses nothing up. */
export function SetPassword({ token, signIn, another }: Props) {
  const set = useMutation({
    mutationFn: (newPassword: string) => api.session.recover({ token, newPassword }),
  });
  if (set.isSuccess)
    return (
      <Said title={words.doneTitle} sentences={[words.done]}>
        {signIn}
      </Said>
    );
  if (token === '' || codeOf(set.error) === 'link-not-valid')
    return (
      <Said title={words.deadTitle} sentences={[words.dead]}>
        {another}
      </Said>
    );
  return <PasswordForm error={set.error} isPending={set.isPending} onSubmit={set.mutate} />;
}

type FormProps = { error: Error | null; isPending: boolean; onSubmit: (password: string) => void };

function PasswordForm({ error, isPending, onSubmit }: FormProps) {
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = password.length < LENGTH_MIN;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (!isShort && !isPending) onSubmit(password);
    if (isShort) focusWrong(event.currentTarget);
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={words.newTitle}>
      <h1 className={classes.title}>{words.newTitle}</h1>
      <p className={classes.words}>{words.newWords}</p>
      {error === null ? null : <Failure error={error} />}
      <PasswordField
        size="md"
        label={words.newPassword}
        description={words.newHint}
        autoComplete="new-password"
        autoFocus
        value={password}
        error={isTried && isShort ? words.newShort : null}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" fullWidth loading={isPending}>
        {words.set}
      </Button>
    </form>
  );
}
