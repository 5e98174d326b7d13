import { Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { CornerPanel } from '../../shared/ui/corner-panel.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import classes from './upload-panel.module.css';
import { forgetUploads } from './upload-queue.ts';
import { UploadRow } from './upload-row.tsx';
import { assetIdsOf, progressOf } from './uploads.ts';
import type { Progress as UploadsProgress, Upload } from './uploads.ts';
import { words } from './words.ts';

type Props = {
  uploads: readonly Upload[];
  /** Is handed the ids of the assets that the uploads became. */
  onEdit: (assetIds: string[]) => void;
};

/** In the corner while there are uploads: all together, and each. */
export function UploadPanel({ uploads, onEdit }: Props) {
  const progress = progressOf(uploads);
  const isRunning = progress.running > 0;
  return (
    <CornerPanel
      label={words.panel}
      title={titleOf(progress)}
      action={
        isRunning ? (
          <span className={classes.amount}>
            {words.ofTotal(formatByteSize(progress.sentBytes), formatByteSize(progress.totalBytes))}
          </span>
        ) : (
          <IconAction label={words.close} size={28} onClick={forgetUploads}>
            <IconX size={18} stroke={1.5} aria-hidden />
          </IconAction>
        )
      }
      lead={
        isRunning ? (
          <Overall progress={progress} />
        ) : (
          <EditUploaded assetIds={assetIdsOf(uploads)} onEdit={onEdit} />
        )
      }
    >
      {uploads.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
    </CornerPanel>
  );
}

function Overall({ progress: { sentBytes, totalBytes } }: { progress: UploadsProgress }) {
  return <Progress aria-label={words.overall} size={3} value={(sentBytes / Math.max(1, totalBytes)) * 100} />;
}

type EditProps = Pick<Props, 'onEdit'> & { assetIds: string[] };

/** What came is given its titles and rights all at once. */
function EditUploaded({ assetIds, onEdit }: EditProps) {
  if (assetIds.length === 0) return null;
  return (
    <div className={classes.lead}>
      <Button size="compact-sm" variant="default" onClick={() => onEdit(assetIds)}>
        {words.edit(assetIds.length)}
      </Button>
    </div>
  );
}

function titleOf({ running, done, failed }: UploadsProgress): string {
  if (running > 0) return words.uploading(running);
  const parts = [done > 0 ? words.done(done) : '', failed > 0 ? words.failed(failed) : ''];
  return parts.filter(Boolean).join(', ');
}
