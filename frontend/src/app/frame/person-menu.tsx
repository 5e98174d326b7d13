import { useState } from 'react';
import { useSession, useSignOut } from '../../shared/session/session-api.ts';
import { tellError } from '../../shared/notices/notice.ts';
import { lazyDialog } from '../../shared/ui/lazy-dialog.tsx';
import { lazyItems, useMenu } from '../../shared/ui/use-menu.tsx';
import { initialsOf } from './initials.ts';
import classes from './person-menu.module.css';
import { words } from './words.ts';

const personItems = lazyItems(async () => (await import('./person-items.tsx')).PersonItems);
const ChangePasswordDialog = lazyDialog(
  async () =>
    (await import('../../features/change-password/change-password-dialog.tsx')).ChangePasswordDialog,
);
const ApiTokensDialog = lazyDialog(
  async () => (await import('../../features/api-tokens/api-tokens-dialog.tsx')).ApiTokensDialog,
);
const OwnSessionsDialog = lazyDialog(
  async () => (await import('../../features/own-sessions/own-sessions-dialog.tsx')).OwnSessionsDialog,
);
const SignOutEverywhereDialog = lazyDialog(
  async () =>
    (await import('../../features/sign-out-everywhere/sign-out-everywhere-dialog.tsx'))
      .SignOutEverywhereDialog,
);
const DIALOGS = {
  password: ChangePasswordDialog,
  sessions: OwnSessionsDialog,
  tokens: ApiTokensDialog,
  everywhere: SignOutEverywhereDialog,
};

/** Who is signed in, how the page looks, and what one does with the own sign-in. */
export function PersonMenu() {
  const { user } = useSession();
  const signOut = useSignOut();
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null);
  const acts = { onOpen: setOpen, onSignOut: () => signOut.mutate(undefined, { onError: tellError }) };
  const { opener, menu } = useMenu(personItems, acts, { position: 'bottom-end', width: 240 });
  const initials = initialsOf(user.name);
  const OpenDialog = open === null ? null : DIALOGS[open];
  return (
    <>
      <button
        {...opener}
        type="button"
        className={classes.button}
        aria-label={words.person(initials, user.name)}
      >
        {initials}
      </button>
      {menu}
      {OpenDialog === null ? null : <OpenDialog onClose={() => setOpen(null)} />}
    </>
  );
}
