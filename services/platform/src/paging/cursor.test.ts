import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { decodeCursor, encodeCursor, pageOfRows } from './cursor.ts';

const Key = z.object({ at: z.iso.datetime(), id: z.uuid() });
const key = { at: '2026-10-01T12:00:00.123Z', id: '0198f0a0-0000-7000-8000-000000000001' };

test('when a cursor comes back, then it is the key it was made of, and fit for a query', () => {
  expect(decodeCursor(Key, encodeCursor(key))).toEqual(key);
  expect(encodeCursor(key)).toMatch(/^[\w-]+$/);
  expect(decodeCursor(Key, undefined)).toBeUndefined();
});

test.each(['', '!', 'e30', encodeCursor({ ...key, id: "' OR true" }), encodeCursor([])])(
  'when the cursor is %j, then the request is invalid',
  (cursor) => {
    const issues = [{ path: 'cursor', message: 'It is no cursor of this list in this order.' }];
    const refused = { code: 'invalid-request', details: { issues } };
    expect(() => decodeCursor(Key, cursor)).toThrow(expect.objectContaining(refused));
  },
);

test('when a cursor holds a text that the database does not take, then the request is invalid', () => {
  const cursor = encodeCursor(['a\0']);
  expect(() => decodeCursor(z.tuple([z.string()]), cursor)).toThrow(
    expect.objectContaining({ code: 'invalid-request' }),
  );
});

test('when there are more rows than the page holds, then its last item is the cursor; else there is none', () => {
  const reading = { itemOf: (row: number) => `row ${row}`, keyOf: (row: number) => row };
  expect(pageOfRows([1, 2, 3], 2, reading)).toEqual({
    items: ['row 1', 'row 2'],
    nextCursor: encodeCursor(2),
  });
  expect(pageOfRows([1, 2], 2, reading)).toEqual({ items: ['row 1', 'row 2'], nextCursor: null });
  expect(pageOfRows([], 2, reading)).toEqual({ items: [], nextCursor: null });
});
