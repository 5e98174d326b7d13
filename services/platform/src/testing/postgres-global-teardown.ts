import { tearDown } from './postgres-for-run.ts';

/** Ends what `postgres-global-setup.ts` started. */
export default async function stopPostgresOfRun(): Promise<void> {
  await tearDown();
}
