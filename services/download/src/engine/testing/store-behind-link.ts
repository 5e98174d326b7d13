import { Readable } from 'node:stream';
import { afterAll, beforeAll } from '@jest/globals';
import type { NetworkObjectStore } from '@vitrine/platform/objects/port.ts';
import { openS3Store } from '@vitrine/platform/objects/s3-store.ts';
import { type FaultyLink, openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import type { Engine } from '@vitrine/platform/testing/infrastructure/engine.ts';
import { type S3Server, minio } from '@vitrine/platform/testing/infrastructure/minio.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { bucketOn } from '@vitrine/platform/testing/s3-under-test.ts';

/** A bucket on a real server, reached by a link that can be disturbed. */
export type StoreBehindLink = {
  link: FaultyLink;
  store: NetworkObjectStore;
  put: (objectKey: string, content: Uint8Array) => Promise<void>;
};

export const s3Server = minio.requirement;

/** One for all tests of a file; they have to ask for its requirement. */
export const useStoreBehindLink = (engine: Engine<S3Server> = minio): (() => StoreBehindLink) => {
  let opened: (StoreBehindLink & { close: () => Promise<void> }) | undefined;
  if (engine.requirement.met) {
    beforeAll(async () => {
      opened = await openStore(engine);
    });
    afterAll(() => opened?.close());
  }
  return () => {
    if (opened === undefined) throw new Error('There is no store.');
    return opened;
  };
};

const openStore = async (engine: Engine<S3Server>) => {
  const server = await engine.start();
  const settings = bucketOn(server);
  const { hostname, port } = new URL(server.endpoint);
  const link = await openFaultyLink({ host: hostname, port: Number(port) });
  const options = { log: quietLog, signal: new AbortController().signal };
  const straight = await openS3Store(settings, options);
  const store = await openS3Store({ ...settings, endpoint: link.through(server.endpoint) }, options);
  return {
    link,
    store,
    put: async (objectKey: string, content: Uint8Array) => {
      await straight.put(objectKey, Readable.from([content]));
    },
    close: async () => {
      await Promise.all([straight.close(), store.close()]);
      await link.close();
      await server.stop();
    },
  };
};
