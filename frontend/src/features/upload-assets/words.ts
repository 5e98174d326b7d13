import { catalogue, plural } from '../../shared/words/catalogue.ts';

export const words = catalogue({
  en: {
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
    processing: 'Finishing',
    uploaded: 'Uploaded',
    retry: 'Retry',
    retryFile: (fileName: string) => `Retry ${fileName}`,
    cancelFile: (fileName: string) => `Cancel ${fileName}`,
    close: 'Close uploads',
  },
});
