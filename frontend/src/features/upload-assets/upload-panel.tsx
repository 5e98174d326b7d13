import { Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { EDITED_MAX } from '../../shared/assets/edited-max.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { tellUndoable } from '../../shared/notices/undo.ts';
import { CornerPanel } from '../../shared/ui/corner-panel.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import classes from './upload-panel.module.css';
import { cancelUploads, enqueueAgain, forgetUploads, retryFailedUploads } from './upload-queue.ts';
import { UploadRow } from './upload-row.tsx';
import { assetIdsOf, canRetry, inOrder, progressOf } from './uploads.ts';
import type { Progress as UploadsProgress, Upload } from './uploads.ts';
import { words } from './words.ts';

type Props = {
  uploads: readonly Upload[];
  /** Is handed the ids of the assets that the uploads became. */
  onEdit: (assetIds: string[]) => void;
};

/** So many of a kind are drawn: nobody reads further, and a folder may hold thousands. */
const ROWS_MAX = 100;

/** In the corner while there are uploads: all together, and each. */
export function UploadPanel({ uploads, onEdit }: Props) {
  const progress = progressOf(uploads);
  const isRunning = progress.running > 0;
  const { failed, going, done } = inOrder(uploads);
  useAskBeforeLeaving(isRunning);
  return (
    <CornerPanel
      label={words.panel}
      title={titleOf(progress)}
      canFold
      action={
        isRunning ? null : (
          <IconAction label={words.close} size={28} onClick={forgetUploads}>
            <IconX size={18} stroke={1.5} aria-hidden />
          </IconAction>
        )
      }
      lead={isRunning ? <Overall progress={progress} /> : <Afterwards uploads={uploads} onEdit={onEdit} />}
    >
      <Rows uploads={failed} />
      <Rows uploads={going} />
      <Rows uploads={done} />
    </CornerPanel>
  );
}

function Rows({ uploads }: { uploads: readonly Upload[] }) {
  const more = uploads.length - ROWS_MAX;
  return (
    <>
      {uploads.slice(0, ROWS_MAX).map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
      {more > 0 ? <li className={classes.more}>{words.more(more)}</li> : null}
    </>
  );
}

function Overall({ progress: { running, done, sentBytes, totalBytes } }: { progress: UploadsProgress }) {
  const cancel = () => {
    const cancelled = cancelUploads();
    tellUndoable(words.cancelled(cancelled.length), {
      label: words.goOn,
      undo: async () => enqueueAgain(cancelled),
    });
  };
  return (
    <>
      <Progress aria-label={words.overall} size={3} value={(sentBytes / Math.max(1, totalBytes)) * 100} />
      <div className={classes.lead}>
        <span className={classes.amount}>
          {words.soMuch(done, running + done, formatByteSize(sentBytes), formatByteSize(totalBytes))}
        </span>
        {running > 1 ? (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={cancel}>
            {words.cancelAll}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** What came is given its titles and rights all at once; what did not is tried again all at once. */
function Afterwards({ uploads, onEdit }: Props) {
  const assetIds = assetIdsOf(uploads);
  const again = uploads.filter(canRetry).length;
  const isTooMuch = assetIds.length > EDITED_MAX;
  if (assetIds.length === 0 && again === 0) return null;
  return (
    <div className={classes.lead}>
      {isTooMuch ? <span className={classes.amount}>{words.editFromList(EDITED_MAX)}</span> : null}
      {assetIds.length === 0 || isTooMuch ? null : (
        <Button size="compact-sm" variant="default" onClick={() => onEdit(assetIds)}>
          {words.edit(assetIds.length)}
        </Button>
      )}
      {again > 1 ? (
        <Button size="compact-sm" variant="default" onClick={retryFailedUploads}>
          {words.retryAll(again)}
        </Button>
      ) : null}
    </div>
  );
}

/** The page holds the files: with it they would be gone, and nobody would know which had come. */
function useAskBeforeLeaving(isRunning: boolean) {
  useEffect(() => {
    if (!isRunning) return undefined;
    const ask = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isRunning]);
}

// Read out whenever it changes: it counts what there is to do, not what is left of it.
function titleOf({ running, done, failed, isHeldUp }: UploadsProgress): string {
  if (running + done === 0) return words.failed(failed);
  const underWay = isHeldUp ? words.heldUp(running) : words.uploading(running + done);
  const main = running > 0 ? underWay : words.done(done);
  return failed === 0 ? main : `${main}, ${words.failedToo(failed)}`;
}
