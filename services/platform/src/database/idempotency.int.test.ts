import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../ids/ids.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';

let database: TestDatabase<NoteRepositories>;

beforeAll(async () => {
  database = await openTestDatabase(noteDatabase);
});
afterAll(() => database.drop());

const write = (key: string | undefined, text: string) =>
  database.inTransaction(({ idempotency, notes }) =>
    idempotency.once({ scope: 'mia notes.write', key, request: { text } }, async () => {
      const id = newId();
      await notes.add(id, text);
      return { id };
    }),
  );

test('when the same request comes again, even at the same time, then it is done once and answered alike', async () => {
  const answers = await Promise.all([write('k1', 'once'), write('k1', 'once'), write('k1', 'once')]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect((await database.repositories.notes.texts()).filter((text) => text === 'once')).toHaveLength(1);
});

test('when the key comes with another request, then it is refused', async () => {
  await write('k2', 'first');
  await expect(write('k2', 'second')).rejects.toMatchObject({ code: 'conflict' });
});

test('when there is no key, then each request is done', async () => {
  await write(undefined, 'twice');
  await write(undefined, 'twice');
  expect((await database.repositories.notes.texts()).filter((text) => text === 'twice')).toHaveLength(2);
});
