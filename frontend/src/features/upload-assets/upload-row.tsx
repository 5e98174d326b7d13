import { Button, Progress } from '@mantine/core';
import { memo } from 'react';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ApiErrorCode } from '../../shared/api/api-error.ts';
import { sentenceForCode } from '../../shared/api/error-words.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { FileName } from '../../shared/ui/file-name.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { cancelUpload, retryUpload } from './upload-queue.ts';
import classes from './upload-row.module.css';
import { canRetry } from './uploads.ts';
import type { Upload } from './uploads.ts';
import { words } from './words.ts';

/** Drawn anew for its own upload only: there may be hundreds of them, and each tells of every piece that was sent. */
export const UploadRow = memo(function UploadRow({ upload }: { upload: Upload }) {
  const { id, file, state, code } = upload;
  return (
    <li className={classes.row} data-state={state}>
      <div className={classes.line}>
        <div className={classes.words}>
          <FileName>{file.name}</FileName>
          {state === 'sending' ? (
            <Progress
              className={classes.progress}
              aria-label={file.name}
              size={3}
              value={(upload.sentBytes / Math.max(1, file.size)) * 100}
            />
          ) : null}
        </div>
        <span className={classes.state}>{stateOf(upload)}</span>
        {canRetry(upload) ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={words.retryFile(file.name)}
            onClick={() => retryUpload(id)}
          >
            {words.retry}
          </Button>
        ) : null}
        {state === 'done' ? (
          <IconCheck
            className={classes.done}
            size={18}
            stroke={1.75}
            role="img"
            aria-label={words.uploaded}
          />
        ) : (
          <IconAction
            label={(state === 'failed' ? words.forgetFile : words.cancelFile)(file.name)}
            size={28}
            onClick={() => cancelUpload(id)}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </IconAction>
        )}
      </div>
      {code === null ? null : <p className={classes.error}>{whyNot(upload, code)}</p>}
    </li>
  );
});

function whyNot({ byteSizeMax }: Upload, code: ApiErrorCode): string {
  if (code !== 'too-large' || byteSizeMax === null) return sentenceForCode(code);
  return words.tooLarge(formatByteSize(byteSizeMax));
}

function stateOf({ state, sentBytes, isInterrupted, file }: Upload): string {
  if (state === 'failed') return '';
  if (state !== 'done' && isInterrupted) return words.interrupted;
  if (state === 'waiting') return words.waiting;
  if (state === 'sending' && sentBytes >= file.size) return words.processing;
  return formatByteSize(file.size);
}
