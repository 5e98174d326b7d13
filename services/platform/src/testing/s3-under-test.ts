import type { NetworkObjectStore } from '../objects/port.ts';
import { openS3Store } from '../objects/s3-store.ts';
import { openFaultyLink } from './faulty-link.ts';
import type { Engine } from './infrastructure/engine.ts';
import type { S3Server } from './infrastructure/minio.ts';
import { quietLog } from './quiet-log.ts';

// Long enough for a busy machine to answer at all, short enough to wait for.
const SHORT_LIMITS = { firstByteMs: 8_000, stallMs: 4_000 };

/** A bucket of its own on a server. */
export const bucketOn = ({ endpoint, accessKey, secretKey }: S3Server) => ({
  endpoint,
  accessKey,
  secretKey,
  region: 'us-east-1',
  bucket: `vitrine-${process.pid}-${performance.now().toFixed(0)}`,
});

/** A server with two ways to one bucket: a straight one, and one that can be disturbed. */
export const openS3UnderTest = async (engine: Engine<S3Server>) => {
  const server = await engine.start();
  const settings = bucketOn(server);
  const { hostname, port } = new URL(server.endpoint);
  const link = await openFaultyLink({ host: hostname, port: Number(port) });
  const open = (overrides: object): Promise<NetworkObjectStore> =>
    openS3Store({ ...settings, ...overrides }, { log: quietLog, signal: new AbortController().signal });
  const store = await open({});
  const disturbed = await open({ endpoint: link.through(server.endpoint), ...SHORT_LIMITS });
  return {
    settings,
    store,
    faults: {
      store: disturbed,
      cut: async () => link.cut(),
      stall: link.stall,
      heal: link.heal,
    },
    close: async () => {
      await Promise.all([store.close(), disturbed.close()]);
      await link.close();
      await server.stop();
    },
  };
};
