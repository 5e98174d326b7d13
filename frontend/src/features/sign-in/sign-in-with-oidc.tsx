import { Button } from '@mantine/core';
import { useProvider } from './sign-in-api.ts';
import classes from './sign-in-form.module.css';
import { words } from './words.ts';

/** The way to the provider of OpenID Connect, where there is one. It is asked for, so a form never waits for it. */
export function SignInWithOidc({ next, target }: { next: string; target?: '_blank' }) {
  const provider = useProvider();
  if (!provider) return null;
  return (
    <>
      <div className={classes.or} aria-hidden>
        {words.or}
      </div>
      <Button
        component="a"
        href={`/api/v1/session/oidc?${new URLSearchParams({ next }).toString()}`}
        target={target}
        variant="default"
        size="md"
        fullWidth
      >
        {words.signInWith(provider.name)}
      </Button>
    </>
  );
}
