import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { databaseUrl } from '@vitrine/platform/database/database-url.ts';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';
import type { RunningVitrine } from './running-vitrine.ts';

/** Lets the days of an invitation pass. */
export const expireGuest = async ({ dataDir }: RunningVitrine, email: string): Promise<void> => {
  const runtime = await readFile(path.join(dataDir, 'runtime.json'), 'utf8');
  const { DATABASE_URL: serverUrl } = JSON.parse(runtime) as { DATABASE_URL: string };
  await runSql(
    databaseUrl(serverUrl, 'vitrine_guest_invitation'),
    "UPDATE invitation SET expires_at = now() - interval '1 hour' WHERE email = $1",
    [email],
  );
};
