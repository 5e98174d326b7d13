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

const asked = (key: string, text: string) => ({ scope: 'user mia notes.write', key, request: { text } });
const countOf = async (text: string) =>
  (await database.repositories.notes.texts()).filter((each) => each === text).length;
const add = (text: string) =>
  database.inTransaction(async ({ notes }) => {
    const id = newId();
    await notes.add(id, text);
    return { id, at: new Date(), nothing: undefined };
  });
const write = (key: string, text: string) =>
  database.once(asked(key, text), async () => ({ id: (await add(text)).id, tail: Math.random() }));

test('when the same request comes again, even at the same time, then it is done once and answered alike', async () => {
  const answers = await Promise.all([write('k1', 'once'), write('k1', 'once'), write('k1', 'once')]);
  answers.push(await write('k1', 'once'));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await countOf('once')).toBe(1);
});

test('when the answer was lost after a commit, then a repetition goes on with what that commit gave', async () => {
  const given: object[] = [];
  const twoSteps = (dies: boolean) =>
    database.once(asked('k2', 'first step'), async () => {
      given.push(await add('first step'));
      if (dies) throw new Error('the process died');
      given.push(await add('second step'));
      return {};
    });
  await expect(twoSteps(true)).rejects.toThrow('died');
  await twoSteps(false);
  expect(given[1]).toEqual(given[0]);
  expect([await countOf('first step'), await countOf('second step')]).toEqual([1, 1]);
});

test('when a transaction fails, then nothing of it is kept and a repetition does it', async () => {
  const failing = database.once(asked('k3', 'rolled back'), () =>
    database.inTransaction(async ({ notes }) => {
      await notes.add(newId(), 'rolled back');
      throw new Error('no');
    }),
  );
  await expect(failing).rejects.toThrow('no');
  await write('k3', 'rolled back');
  expect(await countOf('rolled back')).toBe(1);
});

test('when the key comes with another request, also at the same time, then that one is refused', async () => {
  const outcomes = await Promise.allSettled([write('k4', 'first'), write('k4', 'second')]);
  await expect(write('k4', 'third')).rejects.toMatchObject({ code: 'conflict' });
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toMatchObject([{ reason: { code: 'conflict' } }]);
  expect((await countOf('first')) + (await countOf('second'))).toBe(1);
});

test('when keys or whoever asks are others, then each request is done', async () => {
  await write('k5', 'twice');
  await database.once({ ...asked('k5', 'twice'), scope: 'user noah notes.write' }, () => add('twice'));
  await add('twice');
  expect(await countOf('twice')).toBe(3);
});
