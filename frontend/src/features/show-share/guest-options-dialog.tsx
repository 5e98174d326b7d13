import { useState } from 'react';
import { GuestOptionsFields } from '../../shared/guests/guest-options-fields.tsx';
import type { GuestOptions } from '../../shared/guests/guest-options.ts';
import { tell } from '../../shared/notices/notice.ts';
import { usePolicyOfShare } from '../../shared/guests/policy-api.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import classes from './guest-options-dialog.module.css';
import { EditProblems } from './edit-problems.tsx';
import { useEditShare } from './edit-share.ts';
import { words } from './words.ts';

type Props = { share: Share; onClose: () => void };

/** What the share asks of its guests beyond their links, changed for all of them. */
export function GuestOptionsDialog({ share, onClose }: Props) {
  const [edits, setEdits] = useState<Partial<GuestOptions>>({});
  const policy = usePolicyOfShare(share.id);
  const { save, theirsOf } = useEditShare(share);
  const follow = useOutcome();
  const { codeRequired, downloadsMax } = { ...share, ...edits };

  function submit() {
    if (save.isPending) return;
    follow(save.mutateAsync(edits), { tell: () => tell(words.optionsSaved(share.title)), there: onClose });
  }

  return (
    <Dialog
      title={words.guestOptions}
      onClose={onClose}
      onSubmit={submit}
      actions={<DialogActions label={words.save} isPending={save.isPending} onCancel={onClose} />}
    >
      <div className={classes.fields}>
        <p className={classes.hint}>{words.guestOptionsHint}</p>
        <GuestOptionsFields
          options={{ codeRequired: codeRequired === true, downloadsMax }}
          policy={policy}
          onChange={(parts) => setEdits((held) => ({ ...held, ...parts }))}
        />
        <EditProblems error={save.error} theirs={theirsOf(edits)} />
      </div>
    </Dialog>
  );
}
