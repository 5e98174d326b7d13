import { Button, Progress as Bar, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { ExcludedList } from '../../shared/assets/excluded-list.tsx';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { FileName } from '../../shared/ui/file-name.tsx';
import classes from './download-row.module.css';
import { canStartAgain, percentOf, remarkOn } from './downloads.ts';
import type { TrackedDownload } from '../../shared/downloads/tracked-downloads.ts';
import type { Progress } from './downloads.ts';
import { startDownload } from '../../shared/downloads/start-download.ts';
import { words } from './words.ts';

type Props = { download: TrackedDownload; progress: Progress };

export function DownloadRow({ download, progress }: Props) {
  const { fileName, byteSize, url } = download;
  const remark = remarkOn(progress);
  const isDone = remark === 'done';
  return (
    <li className={classes.row} data-remark={remark}>
      <div className={classes.line}>
        <FileName>{fileName}</FileName>
        <span className={classes.amount}>
          {isDone
            ? formatByteSize(byteSize)
            : words.ofTotal(formatByteSize(progress.bytesSent), formatByteSize(byteSize))}
        </span>
        {isDone ? (
          <IconCheck className={classes.done} size={18} stroke={1.75} role="img" aria-label={words.done} />
        ) : null}
      </div>
      {isDone ? null : <Bar aria-label={fileName} size={3} value={percentOf(download, progress)} />}
      {remark === null || remark === 'done' ? null : (
        <p className={classes.remark} role="status">
          {words.remarks[remark]}
        </p>
      )}
      <div className={classes.line}>
        <Contents download={download} />
        {canStartAgain(progress) ? (
          <Button size="compact-sm" variant="subtle" onClick={() => startDownload(url)}>
            {words.startAgain}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** What is in it and what was left out: the numbers, and both lists for who wants them. */
function Contents({ download }: Pick<Props, 'download'>) {
  const { included, excluded, includedCount, excludedCount, fileName } = download;
  const [isOpen, setOpen] = useState(false);
  const more = includedCount - included.length;
  return (
    <div className={classes.contents}>
      <UnstyledButton
        className={classes.count}
        aria-expanded={isOpen}
        aria-label={words.contentsOf(fileName, includedCount, excludedCount)}
        onClick={() => setOpen(!isOpen)}
      >
        {words.contents(includedCount, excludedCount)}
      </UnstyledButton>
      {isOpen ? (
        <>
          {excluded.length === 0 ? null : <ExcludedList excluded={excluded} label={words.excludedList} />}
          <ul className={classes.included} aria-label={words.includedList} tabIndex={0}>
            {included.map(({ assetId, name, byteSize }) => (
              <li key={assetId} className={classes.entry}>
                <FileName>{name}</FileName>
                <span className={classes.amount}>{formatByteSize(byteSize)}</span>
              </li>
            ))}
            {more > 0 ? <li className={classes.entry}>{words.andMore(more)}</li> : null}
          </ul>
        </>
      ) : null}
    </div>
  );
}
