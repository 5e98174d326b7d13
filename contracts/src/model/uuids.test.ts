import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { quickUuids } from './uuids.ts';

const KINDS = [z.uuid(), z.uuid().toLowerCase()].map((id) => {
  const plain = () => z.array(id).min(1).max(3);
  return { plain: plain(), quick: quickUuids(plain(), { least: 1, most: 3 }) };
});
const outcome = (schema: z.ZodType, value: unknown) => {
  const { success, data, error } = schema.safeParse(value);
  return { success, data, issues: error?.issues };
};

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
        expect(outcome(quick, value)).toEqual(outcome(plain, value));
        const [within, plainly] = [z.object({ ids: quick }).strict(), z.object({ ids: plain }).strict()];
        expect(outcome(within, { ids: value })).toEqual(outcome(plainly, { ids: value }));
      }
    }),
  );
});

test('when a document is made of it, then it is that of zod', () => {
  for (const { quick, plain } of KINDS) expect(z.toJSONSchema(quick)).toEqual(z.toJSONSchema(plain));
});
