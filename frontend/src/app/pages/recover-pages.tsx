import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AskForLink } from '../../features/recover-password/ask-for-link.tsx';
import { SetPassword } from '../../features/recover-password/set-password.tsx';
import { words as recovery } from '../../features/recover-password/words.ts';
import { DoorFrame } from './door-frame.tsx';
import { words } from './words.ts';

/** `/forgot-password` */
export function ForgotPasswordPage() {
  useDocumentTitle(words.pageTitle(recovery.forgotTitle));
  return (
    <DoorFrame>
      <AskForLink
        back={
          <Button component={Link} to="/sign-in" variant="subtle" size="md">
            {recovery.back}
          </Button>
        }
      />
    </DoorFrame>
  );
}

/** `/recover#<token>`. Once read, the secret leaves the address and the history. */
export function RecoverPage() {
  useDocumentTitle(words.pageTitle(recovery.newTitle));
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), []);
  return (
    <DoorFrame>
      <SetPassword
        token={token}
        signIn={
          <Button component={Link} to="/sign-in" size="md">
            {recovery.signIn}
          </Button>
        }
        another={
          <Button component={Link} to="/forgot-password" size="md">
            {recovery.another}
          </Button>
        }
      />
    </DoorFrame>
  );
}
