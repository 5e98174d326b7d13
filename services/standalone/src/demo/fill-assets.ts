import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { System } from '../system.ts';
import type { DemoPlace } from './fill-accounts.ts';
import { rawFootage } from './samples/footage.ts';
import type { DrawnSample } from './samples/drawn-samples.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Few large reads: each is a turn of the loop that everything else here waits for, too. */
const READ_BYTE_SIZE = 1024 * 1024;

const expiryOf = ({ expiresInDays }: DrawnSample): { expiresAt?: Date } =>
  expiresInDays === undefined ? {} : { expiresAt: new Date(Date.now() + expiresInDays * DAY_MS) };

const ingest = async (system: System, sample: DrawnSample, place: DemoPlace): Promise<void> => {
  const { fileName, title, tags, availability, shareable, file } = sample;
  await system.commands.importFile(
    {
      accountId: place.accountId,
      domainId: place.domainId,
      createdBy: place.userId,
      fileName,
      title,
      tags,
      availability,
      shareable,
      ...expiryOf(sample),
    },
    file === null ? rawFootage() : createReadStream(file, { highWaterMark: READ_BYTE_SIZE }),
  );
  if (file !== null) await rm(file);
};

/** Takes the sample files in, and waits until each has its pictures. */
export const fillAssets = async (
  system: System,
  places: ReadonlyMap<string, DemoPlace>,
  samples: AsyncIterable<DrawnSample>,
): Promise<void> => {
  // One after the other: the page shows the newest first, and that order is the list's on every machine.
  for await (const sample of samples) {
    const place = places.get(sample.domain);
    if (place !== undefined) await ingest(system, sample, place);
  }
  await system.rendered();
};
