import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useBackCloses } from '../../shared/ui/use-back-closes.ts';
import { words } from '../pages/words.ts';
import { coverPage } from './cover-page.ts';
import classes from './cover.module.css';
import { SignInAgain } from './sign-in-again.tsx';

type Props = {
  /** Whether somebody may sign in; else the page is on its way out, and nothing of it is to be seen. */
  isAsking: boolean;
};

/** Lies over all of the page, with the sign-in in it. */
export function Cover({ isAsking }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => (ref.current === null ? undefined : coverPage(ref.current)), []);
  // The way back would close what is open below.
  useBackCloses(stay);
  return createPortal(
    <dialog ref={ref} className={classes.cover} aria-label={words.signIn} closedby="none" tabIndex={-1}>
      {isAsking ? <SignInAgain /> : null}
    </dialog>,
    document.body,
  );
}

function stay(): void {}
