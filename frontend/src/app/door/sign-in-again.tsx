import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Elsewhere, Ended, SignInForm } from '../../features/sign-in/sign-in-form.tsx';
import { SignInWithOidc } from '../../features/sign-in/sign-in-with-oidc.tsx';
import { enterAgain } from '../../shared/session/session-api.ts';
import { DoorFrame } from '../pages/door-frame.tsx';
import { words } from '../pages/words.ts';

/** The sign-in over a page that stays. What leads away from it opens in another tab: whoever signs in there goes on here. */
export function SignInAgain() {
  const queries = useQueryClient();
  return (
    <DoorFrame canChooseLanguage={false}>
      <SignInForm lead={<Ended isKept />} onSignedIn={(session) => enterAgain(queries, session)}>
        <Button component="a" href="/forgot-password" target="_blank" variant="subtle" size="md">
          {words.forgot}
        </Button>
        <SignInWithOidc next="/" target="_blank" />
        <Elsewhere />
      </SignInForm>
    </DoorFrame>
  );
}
