import { buffer } from 'node:stream/consumers';
import { type Entry, type ZipFile, fromBuffer } from 'yauzl';

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });

const contentOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) buffer(stream).then(resolve, reject);
      else reject(error);
    });
  });

/** The files in a zip, by name. yauzl checks sizes and CRC-32. */
export const unzip = async (bytes: Uint8Array): Promise<Map<string, Buffer>> => {
  const zip = await opened(Buffer.from(bytes));
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(files));
    zip.on('entry', (entry: Entry) => {
      contentOf(zip, entry).then((content) => {
        files.set(entry.fileName, content);
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
};
