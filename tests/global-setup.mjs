// Plain JavaScript: Node imports the TypeScript behind it by itself, without Jest's transform.
import startPostgres from '../services/platform/src/testing/postgres-global-setup.ts';
import stopPostgres from '../services/platform/src/testing/postgres-global-teardown.ts';

export default async function globalSetup() {
  await startPostgres();
  // Jest tears nothing down when it is interrupted.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void stopPostgres().finally(() => process.exit(130)));
  }
}
