import type { User } from '../../shared/administration/administration-api.ts';
import { tell } from '../../shared/notices/notice.ts';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useChangeUser } from './administer-users-api.ts';
import classes from './dialogs.module.css';
import { words } from './words.ts';

/** Asks first: invitations that end with it do not come back. */
export function DisableUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const change = useChangeUser();
  const follow = useOutcome();
  const disable = () =>
    follow(change.mutateAsync({ id: user.id, isEnabled: false }), {
      tell: () => tell(words.wasDisabled(user.name)),
      there: onClose,
    });
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
