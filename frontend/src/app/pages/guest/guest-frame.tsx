import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../../features/choose-language/language-switch.tsx';
import { words } from '../../../features/visit-share/words.ts';
import classes from './guest-frame.module.css';

/** What stands around a guest's page: next to nothing. */
export function GuestFrame({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.frame}>
      {action === undefined ? null : <div className={classes.bar}>{action}</div>}
      <main className={classes.main}>{children}</main>
      <footer className={classes.foot}>
        {words.madeWith}
        <LanguageSwitch />
      </footer>
    </div>
  );
}
