import { Client } from 'minio';
import { objectStoreConformance } from '../testing/object-store-conformance.ts';
import { minio } from '../testing/infrastructure/minio.ts';
import { minioOverTls } from '../testing/infrastructure/minio-over-tls.ts';
import { versitygw } from '../testing/infrastructure/versitygw.ts';
import { collect } from '../testing/object-store-steps.ts';
import { openS3UnderTest } from '../testing/s3-under-test.ts';
import type { S3Settings } from './s3-store.ts';

// MinIO lists the uploads of one key only.
const UPLOADED = ['b/early', 'b/late'];

const unfinishedUploads = async (settings: S3Settings): Promise<string[]> => {
  const { hostname: endPoint, port, protocol } = new URL(settings.endpoint);
  const client = new Client({ ...settings, endPoint, port: Number(port), useSSL: protocol === 'https:' });
  const lists = UPLOADED.map((key) =>
    collect(client.listIncompleteUploads(settings.bucket, key, true) as AsyncIterable<{ key: string }>),
  );
  return (await Promise.all(lists)).flat().map(({ key }) => key);
};

for (const [name, engine] of [
  ['MinIO', minio],
  ['MinIO over TLS', minioOverTls],
  ['Versity S3 Gateway', versitygw],
] as const)
  objectStoreConformance(
    name,
    async () => {
      const { settings, ...subject } = await openS3UnderTest(engine);
      return { ...subject, unfinished: () => unfinishedUploads(settings) };
    },
    { requirement: engine.requirement, canStall: true, holdsMany: engine !== minioOverTls },
  );
