import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures, plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/upload-assets', {
  upload: 'Upload',
  chooseFiles: 'Choose files to upload',
  dropHere: 'Drop to upload',
  dropWords: (domain: string) => `The files become assets of ${domain}`,
  panel: 'Uploads',
  uploading: (count: number) => plural(count, { one: 'Uploading # file', other: 'Uploading # files' }),
  done: (count: number) => plural(count, { one: '# file uploaded', other: '# files uploaded' }),
  failedToo: (count: number) => `${inFigures(count)}\u00a0failed`,
  heldUp: (count: number) =>
    plural(count, { one: '# file waits for the connection', other: '# files wait for the connection' }),
  failed: (count: number) => plural(count, { one: '# file failed', other: '# files failed' }),
  soMuch: (done: number, all: number, sent: string, total: string) =>
    `${inFigures(done)} of ${inFigures(all)} · ${sent} of ${total}`,
  more: (count: number) => plural(count, { one: 'And # more', other: 'And # more' }),
  cancelAll: 'Cancel all',
  cancelled: (count: number) =>
    plural(count, { one: '# upload was cancelled', other: '# uploads were cancelled' }),
  goOn: 'Undo',
  overall: 'All uploads',
  waiting: 'Waiting',
  // The head of the panel says what for.
  interrupted: 'Paused',
  processing: 'Finishing',
  uploaded: 'Uploaded',
  retry: 'Retry',
  tooLarge: (most: string) => `The file is larger than the limit of ${most}. Nothing of it was kept.`,
  retryAll: (count: number) => plural(count, { one: 'Retry # file', other: 'Retry # files' }),
  retryFile: (fileName: string) => `Retry ${fileName}`,
  forgetFile: (fileName: string) => `Take ${fileName} off the list`,
  cancelFile: (fileName: string) => `Cancel ${fileName}`,
  edit: (count: number) => plural(count, { one: 'Edit # asset', other: 'Edit # assets' }),
  editFromList: (count: number) =>
    `To edit more than ${inFigures(count)} at once, select them in the list part by part.`,
  nothingFound: 'There was no file in what was dropped. Nothing was uploaded.',
  unreadable: (count: number) =>
    plural(count, {
      one: '# file could not be read and was left out. Check that it can be opened, and drop it again.',
      other:
        '# files could not be read and were left out. Check that they can be opened, and drop them again.',
    }),
  close: 'Close uploads',
  unfinished: 'Unfinished uploads',
  unfinishedWords:
    'What was sent is kept. A page cannot open your files by itself: choose the same ones again, and they go on from there.',
  chooseAgain: 'Choose files again',
  soFar: (percent: number) => `${percent}% sent`,
  discard: (fileName: string) => `Discard ${fileName}`,
});
