import { Button, TextInput } from '@mantine/core';
import type { SignInProblem } from '@vitrine/contracts';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { sentenceFor } from '../../shared/api/error-words.ts';
import { focusWrong } from '../../shared/ui/focus-wrong.ts';
import { PasswordField } from '../../shared/ui/password-field.tsx';
import { useOnce } from '../../shared/ui/use-once.ts';
import type { OnSignedIn } from './sign-in-api.ts';
import { useSignIn, useSignInElsewhere } from './sign-in-api.ts';
import door from '../../shared/ui/door-form.module.css';
import classes from './sign-in-form.module.css';
import { words } from './words.ts';

type Missing = { email: boolean; password: boolean };

type Props = {
  /** What is to be known before, as long as nothing else is to be said. */
  lead: ReactNode;
  /** Why signing in with the provider came to nothing. */
  problem?: SignInProblem | undefined;
  /** The other ways: for who forgot the password, or signs in with a provider. */
  children: ReactNode;
  onSignedIn: OnSignedIn;
};

export function SignInForm({ lead, problem, children, onSignedIn }: Props) {
  const signIn = useSignIn(onSignedIn);
  const signInOnce = useOnce(signIn.mutate);
  useSignInElsewhere(onSignedIn);
  const [missing, setMissing] = useState<Missing>({ email: false, password: false });

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const credentials = readCredentials(event.currentTarget);
    setMissing({ email: credentials.email === '', password: credentials.password === '' });
    const isWhole = credentials.email !== '' && credentials.password !== '';
    if (isWhole && !signIn.isPending) signInOnce(credentials);
    if (!isWhole) focusWrong(event.currentTarget);
  }

  return (
    <form className={door.form} onSubmit={submit} noValidate aria-label={words.title}>
      <h1 className={door.title}>{words.title}</h1>
      {signIn.isError ? null : lead}
      <Trouble sentence={signIn.isError ? sentenceFor(signIn.error) : problem && words.problems[problem]} />
      <Credentials missing={missing} />
      <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
        {words.signIn}
      </Button>
      {children}
    </form>
  );
}

/** That the session ended while its page was open, and whether that page is still there. */
export function Ended({ isKept }: { isKept: boolean }) {
  return (
    <p className={door.words} role="status">
      {isKept ? `${words.ended} ${words.kept}` : words.ended}
    </p>
  );
}

/** What leads away from the sign-in does so in another tab, so that the page below this one is kept. */
export function Elsewhere() {
  return <p className={door.words}>{words.elsewhere}</p>;
}

function Trouble({ sentence }: { sentence: string | undefined }) {
  return sentence === undefined ? null : (
    <p className={classes.error} role="alert">
      {sentence}
    </p>
  );
}

function Credentials({ missing }: { missing: Missing }) {
  return (
    <>
      <TextInput
        name="email"
        type="email"
        size="md"
        label={words.email}
        autoComplete="username"
        autoFocus
        error={missing.email ? words.emailMissing : null}
      />
      <PasswordField
        name="password"
        size="md"
        label={words.password}
        autoComplete="current-password"
        error={missing.password ? words.passwordMissing : null}
      />
    </>
  );
}

function readCredentials(form: HTMLFormElement) {
  const values = new FormData(form);
  return { email: textOf(values.get('email')).trim(), password: textOf(values.get('password')) };
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
