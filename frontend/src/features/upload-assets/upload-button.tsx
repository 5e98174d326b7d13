import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { partOfPage } from '../../shared/api/part-of-page.ts';
import { tellError } from '../../shared/notices/notice.ts';
import { words } from './words.ts';

const queue = partOfPage(() => import('./upload-queue.ts'));

export function UploadButton({ domainId }: { domainId: string }) {
  return (
    <FileButton
      multiple
      inputProps={{ 'aria-label': words.chooseFiles }}
      onChange={(files) =>
        queue.read().then(({ enqueueUploads }) => enqueueUploads(files, domainId), tellError)
      }
    >
      {(props) => (
        <Button {...props} variant="default" leftSection={<IconUpload size={18} stroke={1.5} aria-hidden />}>
          {words.upload}
        </Button>
      )}
    </FileButton>
  );
}
