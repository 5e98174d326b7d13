import { expect } from '@jest/globals';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { REAL_ENGINES } from '../support/real-engines.ts';
import { runFaults } from './fault-run.ts';
import type { ExpectedShare, Possible } from './ledger.ts';

/** 1,000 in the long form: `npm run test:faults`. */
const shares = Number(process.env['FAULTS_SHARES'] ?? 40);
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
const LIMIT_MS = 600_000 + shares * 5_000;
/** Most of their time people wait until something is there again. */
const owners = Math.max(6, Math.floor(shares / 30));

/** The long form takes so long that somebody wants to see how it goes. */
const beganAt = performance.now();
const say = (line: string): void => {
  if (shares > 100) process.stderr.write(`${Math.round((performance.now() - beganAt) / 1_000)} s  ${line}\n`);
};

testWhere(
  REAL_ENGINES,
  'when processes, engines and links fail at random, then what was acknowledged is so, once, and everywhere',
  async () => {
    const { ledger, struck, findings, settledAfterMs, mails } = await runFaults({
      shares,
      owners,
      seed,
      pauseMs: 1_000,
      say,
    });
    const { commands, attempts, outcomes } = ledger;
    const mailCount = [...mails.values()].flat().length;
    const figures = {
      seed,
      commands,
      attempts,
      ...outcomes,
      faults: struck.length,
      settledAfterMs,
      mailCount,
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);

    expect(findings).toEqual([]);
    expect(new Set(struck).size).toBeGreaterThan(15);
    expect(outcomes.acknowledged).toBeGreaterThan(shares);
    // Each invitation is one send, and each send one mail: what SMTP leaves ambiguous repeats the same Message-ID.
    const severalSends = [...mails].filter(([, ids]) => new Set(ids).size > 1);
    expect(severalSends).toEqual([]);
    expect([...mails.keys()].filter((address) => !ledger.invited.has(address))).toEqual([]);
    expect(surelyGuests(ledger.shares).filter((address) => !mails.has(address))).toEqual([]);
  },
  LIMIT_MS,
);

/** The addresses of those who are guests whatever became of what was not answered. */
const surelyGuests = (shares: readonly ExpectedShare[]): string[] =>
  shares
    .filter(({ exists }) => isSurely(exists))
    .flatMap(({ guests }) => [...guests].filter(([, there]) => isSurely(there)).map(([address]) => address));

const isSurely = ({ values }: Possible<boolean>): boolean => !values.has(false);
