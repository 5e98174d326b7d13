import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import type { DataFolder } from './data-folder.ts';

const KeptSecrets = z.object({ actorKey: z.string().min(32), demoPassword: z.string().optional() });

/** The secrets that the one-process shape makes for itself on its first start. */
export type KeptSecrets = z.infer<typeof KeptSecrets>;

const makeSecrets = (): KeptSecrets => ({ actorKey: randomBytes(32).toString('base64url') });

/** Writes the secrets so that they are there whole or not at all, for nobody else to read. */
export const keepSecrets = async (folder: DataFolder, secrets: KeptSecrets): Promise<void> => {
  const file = folder.pathTo('secrets.json');
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
};

/** Reads the secrets of this data folder, or makes them. */
export const readSecrets = async (folder: DataFolder): Promise<KeptSecrets> => {
  const text = await readFile(folder.pathTo('secrets.json'), 'utf8').catch(() => null);
  if (text !== null) return KeptSecrets.parse(JSON.parse(text));
  const secrets = makeSecrets();
  await keepSecrets(folder, secrets);
  return secrets;
};
