import { setTimeout as pause } from 'node:timers/promises';
import type { Upload } from '../upload.ts';

/** A piece is stored by then, where the store is well; a crashed process leaves nothing to wait for. */
const STORED_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 100;

/**
 * Reads an upload once what came of it by a connection that broke is counted in: whoever went on from an earlier place
 * would be told of the conflict only when all the rest, which may be gigabytes, was sent in vain.
 */
export const onceStored = async (read: () => Promise<Upload>): Promise<Upload> => {
  const endsAt = performance.now() + STORED_WITHIN_MS;
  for (;;) {
    const upload = await read();
    if (!upload.isBeingSent || performance.now() > endsAt) return upload;
    await pause(LOOK_EVERY_MS);
  }
};
