import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { formatInstant } from '../../shared/format/format-date.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import classes from './guest-head.module.css';
import type { GuestShare } from './visit-share-api.ts';
import { words } from './words.ts';

const SOON_MS = 72 * 60 * 60 * 1000;

type Props = { share: GuestShare; now: Date; isPreparing: boolean; onDownloadAll: () => void };

/** From whom, what, until when, in whose words; and the one thing to do. */
export function GuestHead({ share, now, isPreparing, onDownloadAll }: Props) {
  const isSoon = Date.parse(share.expiresAt) - now.getTime() < SOON_MS;
  return (
    <header className={classes.head}>
      <p className={classes.from}>{words.sharedBy(share.sharedBy)}</p>
      <h1 className={classes.title} dir="auto">
        {share.title}
      </h1>
      {share.description === '' ? null : (
        <p className={classes.description} dir="auto">
          {share.description}
        </p>
      )}
      <div className={classes.actions}>
        {share.assetCount === 0 || share.downloadsLeft === 0 ? null : (
          <Button
            size="md"
            loading={isPreparing}
            leftSection={<IconDownload size={20} stroke={1.5} aria-hidden />}
            onClick={onDownloadAll}
          >
            {words.downloadAll(share.assetCount, formatByteSize(share.totalByteSize))}
          </Button>
        )}
        <p className={classes.until} data-soon={isSoon || undefined}>
          {words.until(formatInstant(share.expiresAt))}
        </p>
      </div>
      <DownloadsLeft share={share} />
    </header>
  );
}

/** Where each guest has so many downloads: how many are left. */
function DownloadsLeft({ share: { downloadsLeft, downloadsMax, sharedBy } }: Pick<Props, 'share'>) {
  if (downloadsLeft === null || downloadsMax === null) return null;
  return (
    <p className={classes.limit} role="status" data-none={downloadsLeft === 0 || undefined}>
      {downloadsLeft === 0
        ? words.noDownloadsLeft(sharedBy, downloadsMax)
        : words.downloadsLeft(downloadsLeft, downloadsMax)}
    </p>
  );
}
