import { DatabaseSync } from 'node:sqlite';
import { embeddedMembers } from './embedded-members.ts';
import type { Counted, KeyValue } from './port.ts';

const TABLE = `
  CREATE TABLE IF NOT EXISTS entry (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, ends_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entry_ends_at ON entry (ends_at);`;

const COUNT = `
  INSERT INTO entry (key, value, ends_at) VALUES (:key, '1', :endsAt)
  ON CONFLICT (key) DO UPDATE SET
    value = CASE WHEN ends_at > :now THEN CAST(CAST(value AS INTEGER) + 1 AS TEXT) ELSE '1' END,
    ends_at = CASE WHEN ends_at > :now THEN ends_at ELSE :endsAt END
  RETURNING CAST(value AS INTEGER) AS count, ends_at AS endsAt`;

const COUNTED = `
  SELECT CAST(value AS INTEGER) AS count, ends_at AS endsAt FROM entry WHERE key = :key AND ends_at > :now`;

const SWEEP_INTERVAL_MS = 60_000;

/**
 * The key-value port on SQLite, which is part of Node: sessions survive a restart, and there is nothing to run beside.
 * @param file a path, or `:memory:`
 */
export const openEmbeddedKeyValue = (file: string, now: () => number = Date.now): KeyValue => {
  const database = new DatabaseSync(file);
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000; ${TABLE}`,
  );
  const select = database.prepare('SELECT value FROM entry WHERE key = ? AND ends_at > ?');
  const upsert = database.prepare(
    'INSERT INTO entry (key, value, ends_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at',
  );
  const replace = database.prepare('UPDATE entry SET value = ? WHERE key = ? AND ends_at > ?');
  const remove = database.prepare('DELETE FROM entry WHERE key = ?');
  const removeEnded = database.prepare('DELETE FROM entry WHERE ends_at <= ?');
  const count = database.prepare(COUNT);
  const counted = database.prepare(COUNTED);
  const { sweep: sweepMembers, ...members } = embeddedMembers(database, now);
  const sweep = setInterval(() => {
    try {
      removeEnded.run(now());
      sweepMembers();
    } catch {
      // A full disk or a file that another program holds: what has ended is not read, and the next sweep removes it.
    }
  }, SWEEP_INTERVAL_MS);
  sweep.unref();
  return {
    get: async (key) => (select.get(key, now())?.['value'] as string | undefined) ?? null,
    set: async (key, value, { ttlSeconds }) => {
      upsert.run(key, value, now() + ttlSeconds * 1_000);
    },
    replace: async (key, value) => {
      replace.run(value, key, now());
    },
    delete: async (key) => {
      remove.run(key);
    },
    increment: async (key, { ttlSeconds }) =>
      countedIn(count.get({ key, now: now(), endsAt: now() + ttlSeconds * 1_000 }), now()),
    counted: async (key) => countedIn(counted.get({ key, now: now() }), now()),
    ...members,
    close: async () => {
      clearInterval(sweep);
      database.close();
    },
  };
};

const countedIn = (row: Record<string, unknown> | undefined, now: number): Counted =>
  row === undefined
    ? { count: 0, resetSeconds: 0 }
    : {
        count: Number(row['count']),
        resetSeconds: Math.max(1, Math.ceil((Number(row['endsAt']) - now) / 1_000)),
      };
