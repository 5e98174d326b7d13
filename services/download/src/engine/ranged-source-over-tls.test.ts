import { minioOverTls } from '@vitrine/platform/testing/infrastructure/minio-over-tls.ts';
import { createRangedSource } from './ranged-source.ts';
import { itBringsAnArchive } from './testing/archive-through-trouble.ts';
import { itIsAnObjectSource } from './testing/object-source-conformance.ts';
import { useRangedDownloads } from './testing/ranged-downloads.ts';
import { useStoreBehindLink } from './testing/store-behind-link.ts';

const { requirement } = minioOverTls;
const s3 = useStoreBehindLink(minioOverTls);

itIsAnObjectSource(async () => {
  const { store, put } = s3();
  const source = createRangedSource({ signedRead: store.signedRead });
  return { source, put, close: () => source.close() };
}, requirement);

itBringsAnArchive(s3, useRangedDownloads(s3, requirement), requirement);
