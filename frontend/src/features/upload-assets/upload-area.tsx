import { IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { lazyPart } from '../../shared/ui/lazy-dialog.tsx';
import classes from './upload-area.module.css';
import { enqueueUploads, useUploads } from './upload-queue.ts';
import { useFileDrop } from './use-file-drop.ts';
import { words } from './words.ts';

const UploadPanel = lazyPart(async () => (await import('./upload-panel.tsx')).UploadPanel);
const UnfinishedUploads = lazyPart(async () => (await import('./unfinished-uploads.tsx')).UnfinishedUploads);

/** After what is looked at is surely drawn. */
const LOOK_AFTER_MS = 3_000;

type Props = {
  domainId: string;
  domainName: string;
  /** Is handed the ids of the assets that the uploads became. */
  onEdit: (assetIds: string[]) => void;
};

/** Takes files that are dropped anywhere on the page, and shows how far they are. */
export function UploadArea({ domainId, domainName, onEdit }: Props) {
  const isOver = useFileDrop((files) => enqueueUploads(files, domainId));
  const uploads = useUploads();
  const isLater = useLater();
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
      {uploads.length === 0 ? null : <UploadPanel uploads={uploads} onEdit={onEdit} />}
      {uploads.length === 0 && isLater ? <UnfinishedUploads domainId={domainId} /> : null}
    </>
  );
}

function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLater;
}
