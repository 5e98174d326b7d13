import { readFile, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import type { DataFolder } from './data-folder.ts';

const Runtime = z.object({
  DATABASE_URL: z.string(),
  S3_ENDPOINT: z.string().optional(),
  S3_REGION: z.string(),
  S3_BUCKET: z.string(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
});

/** What the command line needs to know of a running system: where its data are. Readable by its owner only. */
export type Runtime = z.infer<typeof Runtime>;

const FILE = 'runtime.json';

export const keepRuntime = (folder: Pick<DataFolder, 'pathTo'>, runtime: Runtime): Promise<void> =>
  writeFile(folder.pathTo(FILE), JSON.stringify(Runtime.parse(runtime)), { mode: 0o600 });

export const removeRuntime = (folder: Pick<DataFolder, 'pathTo'>): Promise<void> =>
  rm(folder.pathTo(FILE), { force: true });

/** Null where nothing runs on this folder. */
export const readRuntime = async (folder: Pick<DataFolder, 'pathTo'>): Promise<Runtime | null> => {
  const text = await readFile(folder.pathTo(FILE), 'utf8').catch(() => null);
  return text === null ? null : Runtime.parse(JSON.parse(text));
};
