import type { User } from '../../shared/administration/administration-api.ts';
import { DisableUserDialog } from './disable-user-dialog.tsx';
import { NewUserDialog } from './new-user-dialog.tsx';
import { RenameUserDialog } from './rename-user-dialog.tsx';
import { SetPasswordDialog } from './set-password-dialog.tsx';
import { UserDomainsDialog } from './user-domains-dialog.tsx';

export type OpenUser = { what: 'new' } | { what: 'rename' | 'domains' | 'password' | 'disable'; user: User };

/** The dialog that is open, if one is. */
export function OpenUserDialog({ open, onClose }: { open: OpenUser | null; onClose: () => void }) {
  if (open === null) return null;
  if (open.what === 'new') return <NewUserDialog onClose={onClose} />;
  const Content = DIALOGS[open.what];
  return <Content user={open.user} onClose={onClose} />;
}

const DIALOGS = {
  rename: RenameUserDialog,
  domains: UserDomainsDialog,
  password: SetPasswordDialog,
  disable: DisableUserDialog,
};
