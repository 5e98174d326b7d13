import { expect, test } from '@jest/globals';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { inspectGrant } from './grant-patrol.ts';
import type { KeptGrant } from './kept-grant.ts';
import type { EndReason } from './running-downloads.ts';

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
