import { openDatabase } from '../database/open-database.ts';
import type { Database } from '../database/open-database.ts';
import { openFaultyLink } from './faulty-link.ts';
import type { FaultyLink } from './faulty-link.ts';
import { noteDatabase } from './note-database.ts';
import type { NoteRepositories } from './note-database.ts';
import { quietLog } from './quiet-log.ts';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

/** A database of notes that is reached over a link which can fail. */
export interface LinkedDatabase {
  /** The same without the link. */
  readonly home: TestDatabase<NoteRepositories>;
  readonly link: FaultyLink;
  readonly database: Database<NoteRepositories>;
  readonly drop: () => Promise<void>;
}

export const openLinkedDatabase = async (): Promise<LinkedDatabase> => {
  const home = await openTestDatabase(noteDatabase);
  const link = await openFaultyLink({ port: Number(new URL(home.url).port) });
  const database = await openDatabase({ ...noteDatabase, url: link.through(home.url), log: quietLog });
  return {
    ...{ home, link, database },
    drop: async () => {
      await database.close();
      await link.close();
      await home.drop();
    },
  };
};
