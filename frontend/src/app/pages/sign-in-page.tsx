import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { SignInForm } from '../../features/sign-in/sign-in-form.tsx';
import { safeReturnPath } from '../return-path.ts';
import { DoorFrame } from './door-frame.tsx';
import { words } from './words.ts';

export function SignInPage() {
  const navigate = useNavigate();
  useDocumentTitle(words.pageTitle(words.signIn));
  const { next, ended, problem } = useSearch({ from: '/sign-in' });
  return (
    <DoorFrame>
      <SignInForm
        hasEnded={ended === 'yes'}
        problem={problem}
        next={safeReturnPath(next)}
        forgot={
          <Button component={Link} to="/forgot-password" variant="subtle" size="md">
            {words.forgot}
          </Button>
        }
        onSignedIn={() => void navigate({ to: safeReturnPath(next), replace: true })}
      />
    </DoorFrame>
  );
}
