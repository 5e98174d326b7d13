import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runContainer } from './engine-container.ts';
import { freePort } from '../free-port.ts';
import { engineFolder, notOurs, runEngine } from './engine-process.ts';
import { defineEngine } from './engine.ts';
import type { S3Server } from './minio.ts';

const IMAGE = 'versity/versitygw:v1.8.0';
const CREDENTIALS = { accessKey: 'vitrine-tests', secretKey: 'a-secret-of-tests-only' };
const ENVIRONMENT = {
  ROOT_ACCESS_KEY: CREDENTIALS.accessKey,
  ROOT_SECRET_KEY: CREDENTIALS.secretKey,
  VGW_KEEP_ALIVE: 'true',
};

/** An S3 server of another make than MinIO. Where one runs already: `TEST_S3_SECOND_ENDPOINT` and the same keys. */
export const versitygw = aGateway([]);

/** One that takes nothing: nobody can make a bucket on it. */
export const readOnlyVersitygw = aGateway(['--readonly']).own;

function aGateway(options: readonly string[]) {
  return defineEngine<S3Server>({
    name: 'Versity S3 Gateway',
    addressVariable: 'TEST_S3_SECOND_ENDPOINT',
    binary: 'versitygw',
    atAddress: async (endpoint) => ({
      endpoint,
      accessKey: process.env['TEST_S3_SECOND_ACCESS_KEY'] ?? CREDENTIALS.accessKey,
      secretKey: process.env['TEST_S3_SECOND_SECRET_KEY'] ?? CREDENTIALS.secretKey,
      ...notOurs,
    }),
    inContainer: async () => {
      const engine = await runContainer({
        image: process.env['TEST_VERSITYGW_IMAGE'] ?? IMAGE,
        port: 7070,
        command: [...options, 'posix', '--nometa', '/tmp'],
        environment: ENVIRONMENT,
        readyLog: /7070/,
      });
      return { ...engine, ...CREDENTIALS, endpoint: `http://${engine.host}:${engine.port}` };
    },
    fromBinary: async (file) => {
      const folder = await engineFolder('versitygw');
      const [objects, facts] = [path.join(folder, 'objects'), path.join(folder, 'facts')];
      await Promise.all([objects, facts].map((each) => mkdir(each)));
      const address = `127.0.0.1:${await freePort()}`;
      const endpoint = `http://${address}`;
      const engine = await runEngine({
        name: 'Versity S3 Gateway',
        file,
        args: ['--quiet', ...options, '--port', address, 'posix', '--sidecar', facts, objects],
        env: ENVIRONMENT,
        folder,
        isReady: async () => (await fetch(endpoint)).status > 0,
      });
      return { ...engine, ...CREDENTIALS, endpoint };
    },
  });
}
