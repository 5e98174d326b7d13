import { PrismaClient } from '../../prisma/generated/client.ts';
import { defineDatabase } from '../database/define-database.ts';
import type { InTransaction, TransactionOf } from '../database/define-database.ts';

/** The database that the platform tests itself with, on a client that Prisma generated. */
export const noteDatabase = defineDatabase({
  migrations: new URL('../../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories: noteRepositories,
});

export type NoteRepositories = ReturnType<typeof noteRepositories>;
export type NoteTransaction = InTransaction<NoteRepositories>;

function noteRepositories(client: TransactionOf<PrismaClient>) {
  return {
    notes: {
      add: async (id: string, text: string) => {
        await client.note.create({ data: { id, text } });
      },
      /** Keeps several, the newest text of each, in one statement. */
      keepAll: async (notes: readonly { readonly id: string; readonly text: string }[]) => {
        await client.$executeRaw`
          INSERT INTO note SELECT * FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS told (id uuid, text text)
          ON CONFLICT (id) DO UPDATE SET text = excluded.text`;
      },
      rewrite: async (id: string, text: string) => {
        await client.note.update({ where: { id }, data: { text } });
      },
      texts: async () => (await client.note.findMany({ orderBy: { id: 'asc' } })).map(({ text }) => text),
      count: () => client.note.count(),
    },
  };
}
