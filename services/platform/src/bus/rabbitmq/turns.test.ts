import { expect, test } from '@jest/globals';
import { createTurns } from './turns.ts';

test('when works go together, then they overlap; when one goes alone, then it waits and holds up the next', async () => {
  const turns = createTurns();
  const told: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<unknown>>(
    ['a', 'b', 'c', 'd'].map((name) => [name, Promise.withResolvers<unknown>()]),
  );
  const ended = (name: string) => ends.get(name)?.promise;
  const end = (name: string) => ends.get(name)?.resolve(undefined);
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await ended(name);
    told.push(`${name} ends`);
  };
  const a = turns.together(work('a'));
  const b = turns.together(work('b'));
  const c = turns.alone(work('c'));
  const d = turns.together(work('d'));
  end('a');
  await a;
  expect(told).toEqual(['a begins', 'b begins', 'a ends']);
  end('b');
  await b;
  expect(told.slice(3)).toEqual(['b ends', 'c begins']);
  end('c');
  await c;
  expect(told.slice(5)).toEqual(['c ends', 'd begins']);
  end('d');
  await d;
});

test('when a work alone fails, then the next one comes', async () => {
  const turns = createTurns();
  await expect(turns.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.alone(() => Promise.resolve('yes'))).toBe('yes');
});
