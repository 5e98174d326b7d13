import { Loader } from '@mantine/core';
import { useState } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useNow } from '../../shared/ui/use-now.ts';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useAssetsToEdit, useSaveAssets } from './edit-assets-api.ts';
import classes from './edit-assets.module.css';
import { isDayMissing, isNothingChanged, nothingEdited } from './edit-draft.ts';
import { RightsFields } from './rights-fields.tsx';
import { TitleFields } from './title-fields.tsx';
import { words } from './words.ts';

type Props = { assetIds: readonly string[]; onClose: () => void };

/** Titles one by one, and the rights of all together. */
export function EditAssetsDialog({ assetIds, onClose }: Props) {
  const query = useAssetsToEdit(assetIds);
  if (query.isSuccess) return <EditAssets assets={query.data} onClose={onClose} />;
  return (
    <Dialog
      title={words.title(assetIds.length)}
      onClose={onClose}
      onSubmit={() => undefined}
      actions={
        <DialogActions label={words.save} isPending={query.isPending} onCancel={onClose} canSubmit={false} />
      }
    >
      {query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loader size="sm" aria-label={words.loading} />
      )}
    </Dialog>
  );
}

function EditAssets({ assets, onClose }: { assets: readonly Asset[]; onClose: () => void }) {
  const [draft, setDraft] = useState(nothingEdited);
  const [isTried, setTried] = useState(false);
  const { saving, save } = useSaveAssets();
  const follow = useOutcome();
  const isMissing = isDayMissing(draft, useNow());
  const canSave = !isNothingChanged(draft, assets);

  function submit() {
    setTried(true);
    if (!canSave || isMissing || saving.isRunning) return;
    follow(save(assets, draft), {
      tell: (failedCount) => (failedCount === 0 ? tell(words.saved(assets.length)) : undefined),
      there: (failedCount) => (failedCount === 0 ? onClose() : undefined),
      closed: (failedCount) => (failedCount === 0 ? undefined : tell(words.failed(failedCount))),
    });
  }

  return (
    <Dialog
      title={words.title(assets.length)}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <DialogActions
          label={words.save}
          isPending={saving.isRunning}
          onCancel={onClose}
          canSubmit={canSave}
          reason={canSave ? null : words.nothingChanged}
        />
      }
    >
      <div className={classes.content}>
        <RightsFields
          draft={draft}
          isDayMissing={isTried && isMissing}
          onChange={(parts) => setDraft((held) => ({ ...held, ...parts }))}
        />
        <TitleFields
          assets={assets}
          titles={draft.titles}
          failures={saving.failures}
          onChange={(titles) => setDraft((held) => ({ ...held, titles }))}
        />
        <Outcome saving={saving} />
      </div>
    </Dialog>
  );
}

function Outcome({ saving }: { saving: ReturnType<typeof useSaveAssets>['saving'] }) {
  const failed = saving.failures.size;
  return (
    <>
      {saving.isRunning ? (
        <p className={classes.progress} role="status">
          {words.saving(saving.done, saving.total)}
        </p>
      ) : null}
      {failed > 0 ? <Failure error={null} sentence={words.failed(failed)} /> : null}
    </>
  );
}
