import { Client } from 'pg';

/** Runs one statement in a database of a running system, for what only time or an operator could do. */
export const runSql = async (url: string, statement: string, values: unknown[] = []): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
};
