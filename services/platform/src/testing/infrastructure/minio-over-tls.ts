import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { type Engine, defineEngine } from './engine.ts';
import { findBinary } from './find-binary.ts';
import { type S3Server, minio, runMinio } from './minio.ts';

const run = promisify(execFile);
const openssl = findBinary('openssl');

const server = defineEngine<S3Server>({
  name: 'MinIO over TLS',
  addressVariable: 'TEST_S3_TLS_ENDPOINT',
  binary: 'minio',
  atAddress: async (endpoint) => ({ ...(await minio.start()), endpoint }),
  fromBinary: async (file) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-test-certificates-'));
    await makeCertificate(folder);
    await trust(path.join(folder, 'public.crt'));
    const running = await runMinio(file, folder);
    return { ...running, stop: () => running.stop().finally(() => rm(folder, { recursive: true })) };
  },
});

/** MinIO behind TLS, with a certificate made for the run, which this process trusts from then on. */
export const minioOverTls: Engine<S3Server> = {
  ...server,
  requirement: {
    name: `${server.requirement.name}, openssl`,
    met: server.requirement.met && openssl !== null,
  },
};

const makeCertificate = async (folder: string): Promise<void> => {
  const files = ['-keyout', path.join(folder, 'private.key'), '-out', path.join(folder, 'public.crt')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  await run(openssl ?? 'openssl', ['req', '-x509', '-days', '2', ...key, ...name, ...files]);
};

const trust = async (file: string): Promise<void> => {
  setDefaultCACertificates([...getCACertificates('default'), await readFile(file, 'utf8')]);
};
