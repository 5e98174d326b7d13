import type { Pool } from 'pg';

/** Raw SQL by pg, one statement at a time and each its own transaction. */
export interface Sql {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
}

/** Raw SQL on a pool of connections. */
export const sqlOn = (pool: Pool): Sql => ({
  query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await pool.query<Row>(text, [...values]);
    return rows;
  },
});
