import type { Client, ClientOptions, S3Error } from 'minio';

/** Loads the client of MinIO when it is first needed. */
export type LoadClient = () => Promise<Client>;

/**
 * A process that makes its bucket, reads, or stores what fits into one request, does without the client: it takes some 10 MB
 * (docs/performance.md).
 */
export const clientLoader = (options: ClientOptions): LoadClient => {
  let loading: Promise<Client> | undefined;
  return () => (loading ??= import('minio').then(({ Client }) => new Client(options)));
};

/** Whether an S3 server said so, and not the way to it; told by name, so that nothing has to be loaded for it. */
export const isS3Error = (error: unknown): error is S3Error =>
  error instanceof Error && error.name === 'S3Error';
