import type { Metrics } from '../metrics/metrics.ts';
import type { NetworkObjectStore } from '../objects/port.ts';
import { openS3Store } from '../objects/s3-store.ts';
import { tracedStore } from '../tracing/traced-store.ts';
import type { Opening } from './run-process.ts';

/** The store that a process's settings name; what happens at its breaker is counted. */
export const storeAt =
  (
    config: {
      S3_ENDPOINT: string;
      S3_REGION: string;
      S3_BUCKET: string;
      S3_ACCESS_KEY: string;
      S3_SECRET_KEY: string;
    },
    metrics: Pick<Metrics, 'noteCircuit'>,
  ): Opening<NetworkObjectStore> =>
  async (options) => {
    const settings = {
      endpoint: config.S3_ENDPOINT,
      region: config.S3_REGION,
      bucket: config.S3_BUCKET,
      accessKey: config.S3_ACCESS_KEY,
      secretKey: config.S3_SECRET_KEY,
    };
    return tracedStore(await openS3Store(settings, { ...options, observe: metrics.noteCircuit }));
  };
