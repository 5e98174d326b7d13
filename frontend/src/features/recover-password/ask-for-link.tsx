import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '../../shared/api/client.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { focusWrong } from '../../shared/ui/focus-wrong.ts';
import { language } from '../../shared/words/language.ts';
import { Said } from './said.tsx';
import classes from '../../shared/ui/door-form.module.css';
import { words } from './words.ts';

/** Asks for a link by which to set a new password. What is said afterwards does not tell whose address it is. */
export function AskForLink({ back }: { back: ReactNode }) {
  const [email, setEmail] = useState('');
  const [isMissing, setMissing] = useState(false);
  const ask = useMutation({
    mutationFn: () => api.session.requestRecovery({ email: email.trim(), language }),
  });

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setMissing(email.trim() === '');
    if (email.trim() !== '' && !ask.isPending) ask.mutate();
    if (email.trim() === '') focusWrong(event.currentTarget);
  }

  if (ask.isSuccess)
    return (
      <Said title={words.sentTitle} sentences={[words.sent(email.trim()), words.nothingCame]}>
        {back}
      </Said>
    );
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={words.forgotTitle}>
      <h1 className={classes.title}>{words.forgotTitle}</h1>
      <p className={classes.words}>{words.forgotWords}</p>
      {ask.isError ? <Failure error={ask.error} /> : null}
      <TextInput
        name="email"
        type="email"
        size="md"
        label={words.email}
        autoComplete="username"
        autoFocus
        value={email}
        error={isMissing ? words.emailMissing : null}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" size="md" fullWidth loading={ask.isPending}>
        {words.send}
      </Button>
      {back}
    </form>
  );
}
