import type { DatabaseSync } from 'node:sqlite';
import type { KeyValue } from './port.ts';

const TABLE = `
  CREATE TABLE IF NOT EXISTS member (
    place INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, member TEXT NOT NULL, ends_at INTEGER NOT NULL,
    UNIQUE (key, member)
  );
  CREATE INDEX IF NOT EXISTS member_ends_at ON member (ends_at);`;

interface EmbeddedMembers extends Pick<KeyValue, 'addMember' | 'members' | 'removeMember'> {
  /** Removes what is over. */
  sweep: () => void;
}

/** The keys that name several, in a table of their own. */
export const embeddedMembers = (database: DatabaseSync, now: () => number): EmbeddedMembers => {
  database.exec(TABLE);
  const removeEndedOf = database.prepare('DELETE FROM member WHERE key = ? AND ends_at <= ?');
  const insert = database.prepare(
    'INSERT INTO member (key, member, ends_at) VALUES (?, ?, ?) ON CONFLICT (key, member) DO NOTHING',
  );
  const prolong = database.prepare('UPDATE member SET ends_at = ? WHERE key = ?');
  const select = database.prepare('SELECT member FROM member WHERE key = ? AND ends_at > ? ORDER BY place');
  const remove = database.prepare('DELETE FROM member WHERE key = ? AND member = ?');
  const removeEnded = database.prepare('DELETE FROM member WHERE ends_at <= ?');
  return {
    addMember: async (key, member, { ttlSeconds }) => {
      const endsAt = now() + ttlSeconds * 1_000;
      removeEndedOf.run(key, now());
      insert.run(key, member, endsAt);
      prolong.run(endsAt, key);
    },
    members: async (key) => select.all(key, now()).map((row) => String(row['member'])),
    removeMember: async (key, member) => {
      remove.run(key, member);
    },
    sweep: () => {
      removeEnded.run(now());
    },
  };
};
