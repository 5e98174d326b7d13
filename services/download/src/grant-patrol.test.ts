import { expect, test } from '@jest/globals';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { createGrantPatrol, inspectGrant } from './grant-patrol.ts';
import type { KeptGrant } from './kept-grant.ts';
import type { EndReason, RunningDownload } from './running-downloads.ts';

const inspected = async (ageMs: number, answer: Awaited<ReturnType<KeptGrant['renew']>>) => {
  const seen: (EndReason | 'asked')[] = [];
  const grant: KeptGrant = {
    beforeEntry: () => undefined,
    askForRest: async () => answer,
    ageMs: () => ageMs,
    renew: async () => {
      seen.push('asked');
      return answer;
    },
  };
  await inspectGrant({ downloadId: 'd', grant, end: (reason) => void seen.push(reason) }, quietLog);
  return seen;
};

test.each([
  [999, 'lost', []],
  [1_000, 'granted', ['asked']],
  [1_000, 'lost', ['asked', 'revocation']],
  [10_000, 'unknown', ['asked']],
  [10_001, 'unknown', ['asked', 'source']],
] as const)(
  'when a right is %d ms old and then %s, then that comes of it: %j',
  async (ageMs, answer, expected) => {
    expect(await inspected(ageMs, answer)).toEqual(expected);
  },
);

test('when one right is long in being told, then a download whose right is lost does not wait for that', async () => {
  const told = Promise.withResolvers<'granted'>();
  const lost = Promise.withResolvers<EndReason>();
  const aDownload = (renew: KeptGrant['renew']) => {
    const grant = { ageMs: () => 1_000, renew } as KeptGrant;
    return { downloadId: 'd', grant, end: lost.resolve } as unknown as RunningDownload;
  };
  const all = [aDownload(() => told.promise), aDownload(async () => 'lost')];
  const patrol = createGrantPatrol({ running: { all: () => all }, log: quietLog, everyMs: 1 });
  patrol.start();
  expect(await lost.promise).toBe('revocation');
  told.resolve('granted');
  await patrol.stop();
});
