import { expect, test } from '@jest/globals';
import { isTransactionConflict } from './transient-error.ts';

test.each([
  ['an error of pg', { code: '40001' }],
  ['a deadlock of pg', { code: '40P01' }],
  ['a write conflict of Prisma', { code: 'P2034' }],
  [
    'a raw query of Prisma',
    { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '40001' } } } },
  ],
  ['a wrapped error', new Error('outer', { cause: { cause: { kind: 'TransactionWriteConflict' } } })],
])('when it is %s, then the work can be repeated', (_, error) => {
  expect(isTransactionConflict(error)).toBe(true);
});

test.each([
  ['a unique violation', { code: '23505' }],
  ['a text', '40001'],
  ['nothing', undefined],
])('when it is %s, then it cannot', (_, error) => {
  expect(isTransactionConflict(error)).toBe(false);
});

test('when errors cause each other in a circle, then the search ends', () => {
  const circle: Record<string, unknown> = {};
  circle['cause'] = circle;
  expect(isTransactionConflict(circle)).toBe(false);
});
