import { tell } from '../../shared/notices/notice.ts';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useSetFeatures } from './administer-features-api.ts';
import classes from './features-panel.module.css';
import { words } from './words.ts';

/** Asks before shares are switched off for everybody of the account. */
export function SwitchOffDialog({ onClose }: { onClose: () => void }) {
  const setting = useSetFeatures();
  const follow = useOutcome();
  return (
    <ConfirmDialog
      title={words.offTitle}
      label={words.offAction}
      isPending={setting.isPending}
      error={setting.error}
      onConfirm={() =>
        follow(setting.mutateAsync({ shares: false }), { tell: () => tell(words.nowOff), there: onClose })
      }
      onClose={onClose}
    >
      <p className={classes.words}>{words.offConsequence}</p>
      <p className={classes.words}>{words.offKept}</p>
    </ConfirmDialog>
  );
}
