import { existsSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import { withTraceparent } from '../outbox/trace-context.ts';
import { testWhere } from '../testing/requires.ts';
import { createLog, loggablePath, traceOf } from './log.ts';

test('when something runs as part of a trace, then its lines name the trace, and others do not', () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  expect(withTraceparent(`00-${traceId}-b7ad6b7169203331-01`, traceOf)).toEqual({ traceId });
  expect(traceOf()).toEqual({});
});

test('when a path holds a ticket or a token, then the log does not', () => {
  const secret = 'A'.repeat(43);
  expect(loggablePath(`/d/${secret}?x=1`)).toBe('/d/…');
  expect(loggablePath(`/guest/${secret}`)).toBe('/guest/…');
});

/** A device of Linux on which each write finds the disk full. */
const FULL = '/dev/full';

testWhere(
  { name: FULL, met: existsSync(FULL) },
  'when the disk of the log is full, then nothing fails by it, and it is said once',
  () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const log = createLog({ service: 'test', level: 'info', destination: FULL });
    for (let line = 0; line < 3; line += 1) log.info('a line');
    expect(said.mock.calls).toEqual([[expect.stringMatching(/^The log cannot be written: ENOSPC/)]]);
    said.mockRestore();
  },
);
