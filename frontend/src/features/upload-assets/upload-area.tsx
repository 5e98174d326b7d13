import { IconUpload } from '@tabler/icons-react';
import classes from './upload-area.module.css';
import { UploadPanel } from './upload-panel.tsx';
import { enqueueUploads } from './upload-queue.ts';
import { useFileDrop } from './use-file-drop.ts';
import { words } from './words.ts';

type Props = { domainId: string; domainName: string };

/** Takes files that are dropped anywhere on the page, and shows how far they are. */
export function UploadArea({ domainId, domainName }: Props) {
  const isOver = useFileDrop((files) => enqueueUploads(files, domainId));
  return (
    <>
      {isOver ? (
        <div className={classes.overlay} role="status">
          <div className={classes.target}>
            <IconUpload size={32} stroke={1.25} aria-hidden />
            <strong>{words.dropHere}</strong>
            <span>{words.dropWords(domainName)}</span>
          </div>
        </div>
      ) : null}
      <UploadPanel />
    </>
  );
}
