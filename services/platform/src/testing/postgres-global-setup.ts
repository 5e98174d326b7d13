import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { keepForTeardown } from './postgres-for-run.ts';
import { quietLog } from './quiet-log.ts';

/** One PostgreSQL for a whole run of tests: that of `TEST_DATABASE_URL`, or an embedded one that forgets all. */
export default async function startPostgresForRun(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'vitrine-test-postgres-'));
  const server = await startEmbeddedPostgres({ dataDir, log: quietLog, isDurable: false });
  process.env['TEST_DATABASE_URL'] = server.url('postgres');
  keepForTeardown(async () => {
    delete process.env['TEST_DATABASE_URL'];
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
}
