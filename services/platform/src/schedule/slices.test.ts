import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { atOnce, forEach, inParts, inSlices, mapOf } from './slices.ts';

const busyFor = (ms: number): void => {
  for (const until = performance.now() + ms; performance.now() < until;);
};

test('when a list is long, then others have their turns before it is done', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('somebody else'));
  await inSlices(
    forEach(Array.from({ length: 10_000 }), () => {
      busyFor(0.005);
    }),
  );
  order.push('the list');
  expect(order).toEqual(['somebody else', 'the list']);
});

test('when it is run at once, then nobody comes between', () => {
  const order: string[] = [];
  queueMicrotask(() => order.push('somebody else'));
  expect(atOnce(mapOf([1, 2, 3], (each, index) => each * 10 + index))).toEqual([10, 21, 32]);
  expect(order).toEqual([]);
});

test('when work fails after a pause, then who asked for it is told', async () => {
  const work = forEach(Array.from({ length: 5_000 }), (_, index) => {
    busyFor(0.002);
    if (index === 4_999) throw new Error('At the last');
  });
  await expect(inSlices(work)).rejects.toThrow('At the last');
});

test('when a list is asked about in parts, then each item is asked about once, and the answers are in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat()),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 3 }),
      async (items, size, atATime) => {
        let running = 0;
        const answers = await inParts(items, { size, atATime }, async (part) => {
          running += 1;
          expect(running).toBeLessThanOrEqual(atATime);
          expect(part.length).toBeLessThanOrEqual(size);
          for (let turn = 0; turn < part.length % 3; turn += 1) await Promise.resolve();
          running -= 1;
          return part;
        });
        expect(answers.flat()).toEqual(items);
      },
    ),
    { numRuns: 30 },
  );
});
