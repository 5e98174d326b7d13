import { useState } from 'react';
import { GuestOptionsFields } from '../../shared/guests/guest-options-fields.tsx';
import type { GuestOptions } from '../../shared/guests/guest-options.ts';
import { tell } from '../../shared/notices/notice.ts';
import { usePolicyOfShare } from '../../shared/guests/policy-api.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import classes from './guest-options-dialog.module.css';
import { useChangeShare } from './show-share-api.ts';
import { words } from './words.ts';

type Props = { share: Share; onClose: () => void };

/** What the share asks of its guests beyond their links, changed for all of them. */
export function GuestOptionsDialog({ share, onClose }: Props) {
  const [options, setOptions] = useState<GuestOptions>({
    codeRequired: share.codeRequired === true,
    downloadsMax: share.downloadsMax,
  });
  const policy = usePolicyOfShare(share.id);
  const change = useChangeShare(share.id);

  function save() {
    if (change.isPending) return;
    change.mutate(options, {
      onSuccess: () => {
        tell(words.optionsSaved(share.title));
        onClose();
      },
    });
  }

  return (
    <Dialog
      title={words.guestOptions}
      onClose={onClose}
      onSubmit={save}
      actions={<DialogActions label={words.save} isPending={change.isPending} onCancel={onClose} />}
    >
      <div className={classes.fields}>
        <p className={classes.hint}>{words.guestOptionsHint}</p>
        <GuestOptionsFields
          options={options}
          policy={policy}
          onChange={(parts) => setOptions((held) => ({ ...held, ...parts }))}
        />
        {change.isError ? <Failure error={change.error} /> : null}
      </div>
    </Dialog>
  );
}
