import { expect, test } from '@jest/globals';
import { withTraceparent } from '../outbox/trace-context.ts';
import { loggablePath, traceOf } from './log.ts';

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
