import { expect } from '@jest/globals';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { REAL_ENGINES } from '../support/real-engines.ts';
import { runFaults } from './fault-run.ts';
import type { ExpectedShare, Possible } from './ledger.ts';

/** 1,000 in the long form: `npm run test:faults`. */
const shares = Number(process.env['FAULTS_SHARES'] ?? 40);
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
const LIMIT_MS = 600_000 + shares * 5_000;

testWhere(
  REAL_ENGINES,
  'when processes, engines and links fail at random, then what was acknowledged is so, once, and everywhere',
  async () => {
    const { ledger, struck, findings, settledAfterMs, mails } = await runFaults({
      shares,
      owners: 6,
      seed,
      pauseMs: 1_000,
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
