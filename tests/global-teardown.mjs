import { rm } from 'node:fs/promises';
import stopPostgres from '../services/platform/src/testing/postgres-global-teardown.ts';

export default async function globalTeardown() {
  await stopPostgres();
  const folder = process.env.VITRINE_TEST_RUN;
  delete process.env.VITRINE_TEST_RUN;
  if (folder) await rm(folder, { recursive: true, force: true });
}
