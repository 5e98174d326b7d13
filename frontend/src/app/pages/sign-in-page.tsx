import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { LanguageSwitch } from '../../features/choose-language/language-switch.tsx';
import { SignInForm } from '../../features/sign-in/sign-in-form.tsx';
import { Brand } from '../frame/brand.tsx';
import { safeReturnPath } from '../return-path.ts';
import classes from './sign-in-page.module.css';
import { words } from './words.ts';

export function SignInPage() {
  const navigate = useNavigate();
  useDocumentTitle(words.pageTitle(words.signIn));
  const { next, ended, problem } = useSearch({ from: '/sign-in' });
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <Brand />
        <LanguageSwitch />
      </div>
      <SignInForm
        hasEnded={ended === 'yes'}
        problem={problem}
        next={safeReturnPath(next)}
        onSignedIn={() => void navigate({ to: safeReturnPath(next), replace: true })}
      />
    </main>
  );
}
