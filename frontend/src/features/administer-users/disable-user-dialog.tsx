import type { User } from '../../shared/administration/administration-api.ts';
import { tell } from '../../shared/notices/notice.ts';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx';
import { useChangeUser } from './administer-users-api.ts';
import classes from './dialogs.module.css';
import { words } from './words.ts';

/** Asks first: invitations that end with it do not come back. */
export function DisableUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const change = useChangeUser();
  const disable = () =>
    change.mutate(
      { id: user.id, isEnabled: false },
      {
        onSuccess: () => {
          tell(words.wasDisabled(user.name));
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={words.disableTitle(user.name)}
      label={words.disableAction}
      isPending={change.isPending}
      error={change.error}
      onConfirm={disable}
      onClose={onClose}
    >
      <p className={classes.words}>{words.disableConsequence(user.name)}</p>
      <p className={classes.words}>{words.disableShares}</p>
    </ConfirmDialog>
  );
}
