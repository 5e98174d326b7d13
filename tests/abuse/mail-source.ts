import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { mailTo } from '../support/main-job.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';

/** The mail to somebody as it went out, byte by byte. */
export const sourceOfMailTo = async ({ url, dataDir }: RunningVitrine, address: string): Promise<string> => {
  await mailTo(url, address);
  const folder = path.join(dataDir, 'mailbox');
  for (const name of await readdir(folder)) {
    const source = await readFile(path.join(folder, name), 'utf8');
    if (source.includes(address)) return source;
  }
  throw new Error(`There is no mail to ${address}.`);
};
