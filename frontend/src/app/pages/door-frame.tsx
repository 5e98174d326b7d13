import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../features/choose-language/language-switch.tsx';
import { Brand } from '../frame/brand.tsx';
import classes from './sign-in-page.module.css';

/** What stands around a form before somebody is signed in. */
export function DoorFrame({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <Brand />
        <LanguageSwitch />
      </div>
      {children}
    </main>
  );
}
