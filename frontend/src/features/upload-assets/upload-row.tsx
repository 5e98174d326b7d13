import { Button, Progress } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { sentenceForCode } from '../../shared/api/error-words.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { FileName } from '../../shared/ui/file-name.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { cancelUpload, retryUpload } from './upload-queue.ts';
import classes from './upload-row.module.css';
import { canRetry } from './uploads.ts';
import type { Upload } from './uploads.ts';
import { words } from './words.ts';

export function UploadRow({ upload }: { upload: Upload }) {
  const { id, file, state, code } = upload;
  return (
    <li className={classes.row} data-state={state}>
      <div className={classes.words}>
        <FileName>{file.name}</FileName>
        {code === null ? null : (
          <p className={classes.error} role="alert">
            {sentenceForCode(code)}
          </p>
        )}
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
        <IconCheck className={classes.done} size={18} stroke={1.75} role="img" aria-label={words.uploaded} />
      ) : (
        <IconAction label={words.cancelFile(file.name)} size={28} onClick={() => cancelUpload(id)}>
          <IconX size={16} stroke={1.5} aria-hidden />
        </IconAction>
      )}
    </li>
  );
}

function stateOf({ state, sentBytes, isInterrupted, file }: Upload): string {
  if (state === 'waiting') return words.waiting;
  if (state === 'failed') return '';
  if (state === 'sending' && isInterrupted) return words.interrupted;
  if (state === 'sending' && sentBytes >= file.size) return words.processing;
  return formatByteSize(file.size);
}
