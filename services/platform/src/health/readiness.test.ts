import { expect, test } from '@jest/globals';
import { Refusal } from '../errors/refusal.ts';
import { createLog } from '../log/log.ts';
import { createHealth } from './readiness.ts';

const aHealth = (isNeeded = true) => {
  const lines: string[] = [];
  const log = createLog({ service: 'test', level: 'silent' });
  const told = Object.assign(Object.create(log) as typeof log, {
    info: (facts: { engine: string }, text: string) => lines.push(`${facts.engine}: ${text}`),
    warn: (facts: { engine: string; reason: string }, text: string) =>
      lines.push(`${facts.engine}: ${text}: ${facts.reason}`),
  });
  const state = { isThere: true, error: new Error('gone') };
  const noted: unknown[] = [];
  const health = createHealth(told, (engines) => noted.push(engines));
  health.watch({
    name: 'database',
    isNeeded,
    ping: async () => {
      if (!state.isThere) throw state.error;
    },
  });
  return { health, state, lines, noted };
};

test('a process is ready while it serves and all its engines answer', async () => {
  const { health, state, noted } = aHealth();
  expect((await health.look()).isReady).toBe(false);
  health.enter('serving');
  expect((await health.look()).isReady).toBe(true);
  expect(noted).toEqual([{ database: true }, { database: true }]);
  state.isThere = false;
  expect(await health.look()).toEqual({ phase: 'serving', engines: { database: false }, isReady: false });
  state.isThere = true;
  health.enter('stopping');
  expect((await health.look()).isReady).toBe(false);
});

test('when an engine is lost that a process can do without for a while, then it stays ready, once it was ready', async () => {
  const { health, state } = aHealth(false);
  health.enter('serving');
  state.isThere = false;
  expect((await health.look()).isReady).toBe(false);
  state.isThere = true;
  expect((await health.look()).isReady).toBe(true);
  state.isThere = false;
  expect(await health.look()).toEqual({ phase: 'serving', engines: { database: false }, isReady: true });
  state.error = new Refusal('It is there, and another than ours.');
  expect((await health.look()).isReady).toBe(false);
});

test('when an engine is lost and comes back, then each is said once', async () => {
  const { health, state, lines } = aHealth();
  health.enter('serving');
  await health.look();
  state.isThere = false;
  await health.look();
  await health.look();
  state.isThere = true;
  await health.look();
  await health.look();
  expect(lines).toEqual(['database: an engine does not answer: gone', 'database: an engine is back']);
});
