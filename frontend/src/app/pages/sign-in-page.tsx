import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Ended, SignInForm } from '../../features/sign-in/sign-in-form.tsx';
import { SignInWithOidc } from '../../features/sign-in/sign-in-with-oidc.tsx';
import { enter } from '../../shared/session/session-api.ts';
import type { Session } from '../../shared/session/session-api.ts';
import { safeReturnPath } from '../return-path.ts';
import { DoorFrame } from './door-frame.tsx';
import { words } from './words.ts';

export function SignInPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  useDocumentTitle(words.pageTitle(words.signIn));
  const { next, ended, problem } = useSearch({ from: '/sign-in' });
  const goOn = (session: Session) => {
    enter(queries, session);
    void navigate({ to: safeReturnPath(next), replace: true });
  };
  return (
    <DoorFrame>
      <SignInForm
        lead={ended === 'yes' ? <Ended isKept={false} /> : null}
        problem={problem}
        onSignedIn={goOn}
      >
        <Button component={Link} to="/forgot-password" variant="subtle" size="md">
          {words.forgot}
        </Button>
        <SignInWithOidc next={safeReturnPath(next)} />
      </SignInForm>
    </DoorFrame>
  );
}
