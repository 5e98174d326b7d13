import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { quickUuids } from './uuids.ts';

const KINDS = [z.uuid(), z.uuid().toLowerCase()].map((id) => {
  const plain = () => z.array(id).min(1).max(3);
  return { plain: plain(), quick: quickUuids(plain(), { least: 1, most: 3 }) };
});
const SOME_ID = '0190d7a2-7c1e-7b3a-9d55-0f6f3c2b1a90';
const outcome = (schema: z.ZodType, value: unknown) => {
  const { success, data, error } = schema.safeParse(value);
  return { success, data, issues: error?.issues };
};

/** Of a list that is too long, only that is told: its items are as if they were right. */
const looked = (value: unknown): unknown =>
  Array.isArray(value) && value.length > 3 ? value.map(() => SOME_ID) : value;

test('when a list is read quickly, then the answer is that of zod, whatever the list is', () => {
  const odd = fc.oneof(
    fc.constant('00000000-0000-0000-0000-000000000000'),
    fc.uuid().map((id) => id.toUpperCase()),
    fc.uuid().map((id) => `${id}\n`),
    fc.uuid().map((id) => id.replaceAll('-', '')),
    fc.anything(),
  );
  const lists = fc.oneof(
    { weight: 5, arbitrary: fc.array(fc.uuid(), { maxLength: 5 }) },
    { weight: 5, arbitrary: fc.array(fc.oneof({ weight: 5, arbitrary: fc.uuid() }, odd), { maxLength: 5 }) },
    fc.anything(),
  );
  fc.assert(
    fc.property(lists, (value) => {
      for (const { quick, plain } of KINDS) {
        expect(outcome(quick, value)).toEqual(outcome(plain, looked(value)));
        const [within, plainly] = [z.object({ ids: quick }).strict(), z.object({ ids: plain }).strict()];
        expect(outcome(within, { ids: value })).toEqual(outcome(plainly, { ids: looked(value) }));
      }
    }),
  );
});

test('when a document is made of it, then it is that of zod', () => {
  for (const { quick, plain } of KINDS) expect(z.toJSONSchema(quick)).toEqual(z.toJSONSchema(plain));
});
