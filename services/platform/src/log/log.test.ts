import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { withTraceparent } from '../outbox/trace-context.ts';
import { testWhere } from '../testing/requires.ts';
import { createLog, loggablePath, logOfService, traceOf } from './log.ts';

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

test('when a process holds several services, then each line names one, once', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-log-'));
  const destination = path.join(folder, 'log');
  const log = createLog({ service: 'standalone', level: 'info', destination });
  log.info('a line');
  logOfService(log, 'share').info({ port: 1 }, 'a line');
  const lines = (await readFile(destination, 'utf8')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { service: string }).service)).toEqual([
    'standalone',
    'share',
  ]);
  for (const line of lines) expect(line).toBe(JSON.stringify(JSON.parse(line)));
  await rm(folder, { recursive: true });
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
