import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { enqueueUploads } from './upload-queue.ts';
import { words } from './words.ts';

export function UploadButton({ domainId }: { domainId: string }) {
  return (
    <FileButton
      multiple
      inputProps={{ 'aria-label': words.chooseFiles }}
      onChange={(files) => enqueueUploads(files, domainId)}
    >
      {(props) => (
        <Button {...props} variant="default" leftSection={<IconUpload size={18} stroke={1.5} aria-hidden />}>
          {words.upload}
        </Button>
      )}
    </FileButton>
  );
}
