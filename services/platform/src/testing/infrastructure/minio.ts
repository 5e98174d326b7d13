import { runContainer } from './engine-container.ts';
import { freePort } from '../free-port.ts';
import { engineFolder, notOurs, runEngine, type RunningEngine } from './engine-process.ts';
import { defineEngine } from './engine.ts';

/** An S3 server for tests. */
export interface S3Server extends RunningEngine {
  endpoint: string;
  accessKey: string;
  secretKey: string;
}

const IMAGE = 'quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z';
const CREDENTIALS = { accessKey: 'vitrine-tests', secretKey: 'a-secret-of-tests-only' };
const ENVIRONMENT = {
  MINIO_ROOT_USER: CREDENTIALS.accessKey,
  MINIO_ROOT_PASSWORD: CREDENTIALS.secretKey,
  MINIO_BROWSER: 'off',
  MINIO_UPDATE: 'off',
};

/** MinIO; where one runs already: `TEST_S3_ENDPOINT`, `TEST_S3_ACCESS_KEY`, `TEST_S3_SECRET_KEY`. */
export const minio = defineEngine<S3Server>({
  name: 'MinIO',
  addressVariable: 'TEST_S3_ENDPOINT',
  binary: 'minio',
  atAddress: async (endpoint) => ({
    endpoint,
    accessKey: process.env['TEST_S3_ACCESS_KEY'] ?? CREDENTIALS.accessKey,
    secretKey: process.env['TEST_S3_SECRET_KEY'] ?? CREDENTIALS.secretKey,
    ...notOurs,
  }),
  inContainer: async () => {
    const engine = await runContainer({
      image: process.env['TEST_MINIO_IMAGE'] ?? IMAGE,
      port: 9000,
      command: ['server', '/data'],
      environment: ENVIRONMENT,
      readyLog: /API:/,
    });
    return { ...engine, ...CREDENTIALS, endpoint: `http://${engine.host}:${engine.port}` };
  },
  fromBinary: (file) => runMinio(file),
});

/** The program on a free port; over TLS where a folder with `public.crt` and `private.key` is given. */
export const runMinio = async (file: string, certificates?: string): Promise<S3Server> => {
  const folder = await engineFolder('minio');
  const address = `127.0.0.1:${await freePort()}`;
  const endpoint = `${certificates === undefined ? 'http' : 'https'}://${address}`;
  const tls = certificates === undefined ? [] : ['--certs-dir', certificates];
  const engine = await runEngine({
    name: 'MinIO',
    file,
    args: ['server', folder, '--address', address, '--quiet', ...tls],
    env: ENVIRONMENT,
    folder,
    isReady: async () => (await fetch(`${endpoint}/minio/health/ready`)).ok,
  });
  return { ...engine, ...CREDENTIALS, endpoint };
};
