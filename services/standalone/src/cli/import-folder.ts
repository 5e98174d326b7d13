import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import type { System } from '../system.ts';
import type { SystemAtHand } from './with-system.ts';

interface Place {
  id: string;
  account: { id: string };
}

interface Tally {
  added: number;
  known: number;
  refused: { file: string; why: string }[];
}

const AT_ONCE = 2;

const isHidden = (relative: string): boolean => relative.split(path.sep).some((part) => part.startsWith('.'));

/** What is in a folder, without what is hidden: its files, and what is neither file nor folder. */
const contentOf = async (folder: string): Promise<{ files: string[]; others: Tally['refused'] }> => {
  const facts = await stat(folder).catch(() => null);
  if (facts?.isDirectory() !== true) throw new Refusal(`${folder} is no folder.`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const seen = entries
    .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .filter(({ file }) => !isHidden(path.relative(folder, file)))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  return {
    files: seen.filter(({ entry }) => entry.isFile()).map(({ file }) => file),
    others: seen
      .filter(({ entry }) => !entry.isFile() && !entry.isDirectory())
      .map(({ entry, file }) => ({ file, why: entry.isSymbolicLink() ? A_LINK : NO_FILE })),
  };
};

/** It may lead out of the folder, or round in a circle. */
const A_LINK = 'It is a link, and links are not followed';
/** A pipe would be read without end. */
const NO_FILE = 'It is no file, but a pipe, a socket or a device';

const takeIn = async ({ commands }: System, place: Place, file: string, tally: Tally): Promise<void> => {
  try {
    const target = {
      accountId: place.account.id,
      domainId: place.id,
      createdBy: null,
      fileName: path.basename(file),
    };
    const { isNew } = await commands.importFile(
      target,
      createReadStream(file, { highWaterMark: 1024 * 1024 }),
    );
    if (isNew) tally.added += 1;
    else tally.known += 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tally.refused.push({ file, why: error.message });
  }
};

const report = ({ added, known, refused }: Tally): void => {
  console.log(`${added} added, ${known} already there, ${refused.length} not taken`);
  for (const { file, why } of refused) console.log(`  ${file}: ${why}`);
};

/**
 * Takes a folder of files in, with a bar; it can be repeated, since what the domain has already is passed over.
 * @throws Refusal at the end, where a file was not taken: who runs it at night has to be told by its exit code
 */
export const importFolder = async (at: SystemAtHand, place: Place, folder: string): Promise<void> => {
  const { files, others } = await contentOf(folder);
  const tally: Tally = { added: 0, known: 0, refused: others };
  const bar = new SingleBar({
    format: '{bar} {value} of {total}  {file}',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(files.length, 0, { file: '' });
  const queue = [...files];
  const takeNext = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      await takeIn(at.system, place, file, tally);
      bar.increment(1, { file: path.basename(file) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext)).finally(() => bar.stop());
  report(tally);
  if (!at.isRunningElsewhere && tally.added > 0) {
    console.log('Drawing thumbnails…');
    await at.system.rendered();
  }
  if (tally.refused.length > 0) throw new Refusal('Not every file was taken.');
};
