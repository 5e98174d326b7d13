import { expect, test } from '@jest/globals';
import { isDatabaseAway } from './database-away.ts';

const closed = { driverAdapterError: { name: 'DriverAdapterError', cause: { kind: 'ConnectionClosed' } } };

test.each([
  ['a query of Prisma on a closed connection', { code: 'P1017', meta: closed }],
  ['a raw query of Prisma on a closed connection', { code: 'P2010', meta: closed }],
  ['a refused connection of pg', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['a pool that gets no connection', new Error('timeout exceeded when trying to connect')],
  [
    'a server that is ending',
    { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } },
  ],
  [
    'a server whose disk is full',
    { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '53100' } } } },
  ],
  ['a statement that was ended at its limit', { code: '57014' }],
  [
    'a transaction that was idle for too long',
    { code: 'P2039', meta: { driverAdapterError: { cause: { originalCode: '25P03' } } } },
  ],
  ['a transaction that the server ended at a limit of its own', { code: '25P04' }],
  ['a connection that was idle for too long', { code: '57P05' }],
  [
    'a transaction that cannot begin',
    { code: 'P2028', message: 'Transaction API error: Unable to start a transaction in the given time.' },
  ],
  [
    'a transaction that was ended at its limit',
    {
      code: 'P2028',
      message: 'A commit cannot be executed on an expired transaction. The timeout was 15000 ms',
    },
  ],
  ['a wrapped error', new Error('outer', { cause: { code: 'P1001' } })],
])('when it is %s, then the database is away', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  ['a unique violation', { code: 'P2002' }],
  ['a wrong query', { code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'postgres' } } } }],
  [
    'a transaction that is used after its end',
    { code: 'P2028', message: 'A query cannot be executed on a committed transaction.' },
  ],
  ['a text', 'P1017'],
  ['nothing', undefined],
])('when it is %s, then it is there', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
