import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/upload-assets', {
  upload: 'Upload',
  chooseFiles: 'Choose files to upload',
  dropHere: 'Drop to upload',
  dropWords: (domain: string) => `The files become assets of ${domain}`,
  panel: 'Uploads',
  uploading: (count: number) => plural(count, { one: 'Uploading # file', other: 'Uploading # files' }),
  done: (count: number) => plural(count, { one: '# file uploaded', other: '# files uploaded' }),
  failed: (count: number) => plural(count, { one: '# file failed', other: '# files failed' }),
  ofTotal: (sent: string, total: string) => `${sent} of ${total}`,
  overall: 'All uploads',
  waiting: 'Waiting',
  interrupted: 'Waiting for the connection',
  processing: 'Finishing',
  uploaded: 'Uploaded',
  retry: 'Retry',
  retryFile: (fileName: string) => `Retry ${fileName}`,
  cancelFile: (fileName: string) => `Cancel ${fileName}`,
  edit: (count: number) => plural(count, { one: 'Edit # asset', other: 'Edit # assets' }),
  close: 'Close uploads',
  unfinished: 'Unfinished uploads',
  unfinishedWords:
    'What was sent is kept. A page cannot open your files by itself: choose the same ones again, and they go on from there.',
  chooseAgain: 'Choose files again',
  soFar: (percent: number) => `${percent}% sent`,
  discard: (fileName: string) => `Discard ${fileName}`,
});
