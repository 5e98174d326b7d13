import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { refusedBy } from '../../shared/guests/invitation.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { CreateShareActions } from './create-share-actions.tsx';
import classes from './create-share.module.css';
import { tellCreated } from './tell-created.tsx';
import { useShareCreation } from './use-share-creation.ts';
import { WhatStep } from './what-step.tsx';
import { WhoStep } from './who-step.tsx';
import { words } from './words.ts';

type Props = {
  assets: readonly SelectedAsset[];
  onClose: () => void;
  /** Some of them may be there no longer. */
  onRefused: (error: unknown) => unknown;
  /** The share is made: neither the dialog nor the selection is needed any more. */
  onCreated: () => void;
  onOpenShare: (shareId: string, tab?: 'guests') => void;
};

/** Makes a share out of a selection: first what it is, then, if wanted, who has access to it. */
export function CreateShareDialog({ assets, onClose, onRefused, onCreated, onOpenShare }: Props) {
  const making = useShareCreation(assets, {
    tell: (created, told) => tellCreated(created, { ...told, onOpenShare }),
    there: onCreated,
    onRefused,
  });
  const { draft, change, step, check, creation } = making;
  const isToldAtField = refusedBy(draft.invitation, creation.error) !== null;
  return (
    <Dialog
      title={words.dialog}
      onClose={onClose}
      onSubmit={making.goOn}
      actions={
        <CreateShareActions
          step={step}
          draft={draft}
          canGoOn={making.canGoOn}
          reason={check.data?.shareable.length === 0 ? words.nothingToShare : null}
          isPending={making.isCreating}
          onBack={() => making.setStep('what')}
          onCancel={onClose}
        />
      }
    >
      <div className={classes.step}>
        {step === 'what' ? (
          <WhatStep
            draft={draft}
            onChange={change}
            wasTried={making.wasTried}
            assets={assets}
            check={check}
            titleRef={making.titleRef}
          />
        ) : (
          <WhoStep
            draft={draft}
            onChange={change}
            onInvitation={making.changeInvitation}
            guestsRef={making.guestsRef}
            policy={check.data?.policy}
          />
        )}
        {creation.isError && !isToldAtField ? <Failure error={creation.error} /> : null}
      </div>
    </Dialog>
  );
}
