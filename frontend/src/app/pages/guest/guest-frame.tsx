import type { ComponentProps, ReactNode } from 'react';
import { LanguageSwitch } from '../../../features/choose-language/language-switch.tsx';
import { words } from '../../../features/visit-share/words.ts';
import { useKeptFocus } from '../../../shared/ui/use-kept-focus.ts';
import classes from './guest-frame.module.css';

type Props = {
  children: ReactNode;
  action?: ReactNode;
  /** Where more follows from another language than that the page speaks it. */
  onLanguage?: ComponentProps<typeof LanguageSwitch>['onChoose'];
};

/** What stands around a guest's page: next to nothing. */
export function GuestFrame({ children, action, onLanguage }: Props) {
  useKeptFocus();
  return (
    <div className={classes.frame}>
      {action === undefined ? null : <div className={classes.bar}>{action}</div>}
      <main className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.foot}>
        {words.madeWith}
        <LanguageSwitch {...(onLanguage && { onChoose: onLanguage })} />
      </footer>
    </div>
  );
}
