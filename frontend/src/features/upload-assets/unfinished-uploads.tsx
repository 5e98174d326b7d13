import { Button, FileButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { CornerPanel } from '../../shared/ui/corner-panel.tsx';
import { FileName } from '../../shared/ui/file-name.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import classes from './upload-panel.module.css';
import rowClasses from './upload-row.module.css';
import { enqueueUploads } from './upload-queue.ts';
import { type Unfinished, unfinishedQuery, useDiscardUpload } from './uploads-api.ts';
import { words } from './words.ts';

/** After a reload: what was being uploaded then, with a way to go on. */
export function UnfinishedUploads({ domainId }: { domainId: string }) {
  const { data = [] } = useQuery(unfinishedQuery);
  const items = data.filter((item) => item.domainId === domainId);
  if (items.length === 0) return null;
  return (
    <CornerPanel
      label={words.unfinished}
      title={words.unfinished}
      action={
        <FileButton
          multiple
          inputProps={{ 'aria-label': words.chooseAgain }}
          onChange={(files) => enqueueUploads(files, domainId)}
        >
          {(props) => (
            <Button {...props} size="compact-sm" variant="light">
              {words.chooseAgain}
            </Button>
          )}
        </FileButton>
      }
      lead={<p className={classes.words}>{words.unfinishedWords}</p>}
    >
      {items.map((item) => (
        <UnfinishedRow key={item.id} item={item} />
      ))}
    </CornerPanel>
  );
}

function UnfinishedRow({ item }: { item: Unfinished }) {
  const discard = useDiscardUpload();
  return (
    <li className={rowClasses.row}>
      <div className={rowClasses.line}>
        <div className={rowClasses.words}>
          <FileName>{item.fileName}</FileName>
        </div>
        <span className={rowClasses.state}>
          {words.soFar(Math.floor((item.receivedByteSize / item.byteSize) * 100))}
        </span>
        <IconAction label={words.discard(item.fileName)} size={28} onClick={() => discard.mutate(item.id)}>
          <IconX size={16} stroke={1.5} aria-hidden />
        </IconAction>
      </div>
    </li>
  );
}
