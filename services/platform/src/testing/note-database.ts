import * as z from 'zod';
import { defineEvent } from '@vitrine/contracts';
import type { EventDefinition } from '@vitrine/contracts';
import { PrismaClient } from '../../prisma/generated/client.ts';
import { defineDatabase } from '../database/define-database.ts';
import type { InTransaction, TransactionOf } from '../database/define-database.ts';

/** The database that the platform tests itself with, on a client that Prisma generated. */
export const noteDatabase = defineDatabase({
  migrations: new URL('../../prisma/migrations', import.meta.url),
  createClient: (adapter) => new PrismaClient({ adapter }),
  repositories: noteRepositories,
});

export type NoteRepositories = ReturnType<typeof noteRepositories>;
export type NoteTransaction = InTransaction<NoteRepositories>;

/** The event of these tests; `text` tells the reaction what to do. */
export const NoteWrittenV1 = defineEvent({
  type: 'note.written.v1',
  producer: 'share',
  summary: 'A note was written, in a test.',
  data: z.object({ noteId: z.uuid(), text: z.string() }),
}) satisfies EventDefinition;

function noteRepositories(client: TransactionOf<PrismaClient>) {
  return {
    notes: {
      add: async (id: string, text: string) => {
        await client.note.create({ data: { id, text } });
      },
      rewrite: async (id: string, text: string) => {
        await client.note.update({ where: { id }, data: { text } });
      },
      texts: async () => (await client.note.findMany({ orderBy: { id: 'asc' } })).map(({ text }) => text),
      count: () => client.note.count(),
    },
  };
}
