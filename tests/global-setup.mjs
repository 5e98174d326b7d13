import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
// Plain JavaScript: Node imports the TypeScript behind it by itself, without Jest's transform.
import startPostgres from '../services/platform/src/testing/postgres-global-setup.ts';
import stopPostgres from '../services/platform/src/testing/postgres-global-teardown.ts';

export default async function globalSetup() {
  await startPostgres();
  // What test files of one run share; the first that needs the demo makes it there.
  process.env.VITRINE_TEST_RUN ??= await mkdtemp(path.join(tmpdir(), 'vitrine-test-run-'));
  // Jest tears nothing down when it is interrupted, or when npm test dies and leaves it alone.
  for (const interruption of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    process.once(interruption, () => void stopPostgres().finally(() => process.exit(130)));
  }
  process.channel?.unref();
}
