import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../features/choose-language/language-switch.tsx';
import { Brand } from '../frame/brand.tsx';
import classes from './sign-in-page.module.css';

type Props = {
  children: ReactNode;
  /** Another language loads the page anew: not where something is kept below. */
  canChooseLanguage?: boolean;
};

/** What stands around a form before somebody is signed in. */
export function DoorFrame({ children, canChooseLanguage = true }: Props) {
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <Brand />
        {canChooseLanguage ? <LanguageSwitch /> : null}
      </div>
      {children}
    </main>
  );
}
