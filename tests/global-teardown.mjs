import stopPostgres from '../services/platform/src/testing/postgres-global-teardown.ts';

export default async function globalTeardown() {
  await stopPostgres();
}
