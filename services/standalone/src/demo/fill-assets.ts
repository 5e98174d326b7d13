import { Readable } from 'node:stream';
import type { System } from '../system.ts';
import type { DemoPlace } from './fill-accounts.ts';
import { makeSamples } from './samples/make-samples.ts';
import type { Sample } from './samples/sample.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const AT_ONCE = 2;

const expiryOf = ({ expiresInDays }: Sample): { expiresAt?: Date } =>
  expiresInDays === undefined ? {} : { expiresAt: new Date(Date.now() + expiresInDays * DAY_MS) };

const bytesOf = async (sample: Sample): Promise<Readable> => {
  const content = await sample.content();
  return Buffer.isBuffer(content) ? Readable.from([content]) : content;
};

const ingest = async (system: System, sample: Sample, place: DemoPlace): Promise<void> => {
  const { fileName, title, tags, availability, shareable } = sample;
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
    await bytesOf(sample),
  );
};

/** Draws the sample files and takes them in, and waits until each has its pictures. */
export const fillAssets = async (system: System, places: ReadonlyMap<string, DemoPlace>): Promise<void> => {
  // The list begins with the newest: what is taken in last is shown first.
  const queue = makeSamples().reverse();
  const takeNext = async (): Promise<void> => {
    for (let sample = queue.shift(); sample !== undefined; sample = queue.shift()) {
      const place = places.get(sample.domain);
      if (place !== undefined) await ingest(system, sample, place);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  await system.rendered();
  await system.settled();
};
