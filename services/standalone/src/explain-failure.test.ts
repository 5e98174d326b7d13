import { expect, test } from '@jest/globals';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import { explainFailure } from './explain-failure.ts';

test.each([
  ['Node', Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })],
  ['SQLite', Object.assign(new Error('database or disk is full'), { errcode: 13 })],
  ['initdb', new Error('initdb failed: could not write to file "pg_wal": No space left on device')],
])('when %s found the disk full, then a sentence says that, however deep it is', (_who, cause) => {
  expect(explainFailure(new Error('It went wrong.', { cause }))).toMatch(
    /^The disk .* is full\. .* DATA_DIR\.$/,
  );
});

test('when somebody can mend it, then it is one sentence; else what is behind it is told too', () => {
  expect(explainFailure(new Refusal('Mend this.', { cause: new Error('hidden') }))).toBe('Mend this.');
  const told = explainFailure(new Error('It went wrong.', { cause: new Error('initdb failed') }));
  expect(told).toMatch(/Error: It went wrong\.\n +at [^]*\nError: initdb failed\n +at /);
  expect(explainFailure('a string')).toBe('a string');
});
