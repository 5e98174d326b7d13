import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type ApiPerson, anApiPerson } from '../support/api-person.ts';
import { PNG } from '../support/main-job.ts';
import { type RunningDistributed, startDistributed } from '../support/running-distributed.ts';
import type { ServiceProcess } from '../support/service-process.ts';
import { allFaults } from './all-faults.ts';
import { seededRandom, wreak } from './chaos.ts';
import { type Command, type CommandResult, PATIENT, send } from './command.ts';
import { inconsistencies, readRowsOf } from './consistency.ts';
import { type FragileEngines, startFragileEngines } from './engines.ts';
import { differences } from './ledger.ts';
import { type Ledger, anEmptyLedger, liveThroughAShare } from './owner.ts';
import { sharesSeenBy } from './seen-shares.ts';
import { type Seeded, seed } from './seed.ts';

/** How much of it. */
export interface FaultRunOptions {
  readonly shares: number;
  readonly owners: number;
  readonly seed: number;
  readonly pauseMs: number;
  /** Is told how it goes. */
  readonly say?: (line: string) => void;
}

/** What came of it. */
export interface FaultRunResult {
  readonly ledger: Ledger;
  readonly struck: readonly string[];
  /** What is not as it was acknowledged, or not the same everywhere, once there was time to settle. */
  readonly findings: readonly string[];
  readonly settledAfterMs: number;
  /** The Message-IDs that came for each address. */
  readonly mails: ReadonlyMap<string, readonly string[]>;
}

const SETTLE_WITHIN_MS = 240_000;
const LOOK_EVERY_MS = 500;

/** The whole system as processes on real engines, people who work with it, and everything going wrong meanwhile. */
export const runFaults = async (options: FaultRunOptions): Promise<FaultRunResult> => {
  const engines = await startFragileEngines();
  try {
    const system = await startDistributed({
      addresses: engines.addresses,
      settings: { WITHDRAW_SECONDS: '0', DRAIN_SECONDS: '3', LOG_LEVEL: 'warn' },
    });
    try {
      return await workAndBreak(system, engines, options);
    } finally {
      await system.stop();
    }
  } finally {
    await engines.stop();
  }
};

const workAndBreak = async (
  system: RunningDistributed,
  engines: FragileEngines,
  options: FaultRunOptions,
): Promise<FaultRunResult> => {
  const { say = () => undefined } = options;
  const random = seededRandom(options.seed);
  const seeded = await seed(engines.real.addresses);
  const person = anApiPerson(system.url);
  await asked(person, { method: 'POST', path: '/session', body: seeded.credentials });
  const assetIds = await uploadAssets(person, seeded);
  const ledger = anEmptyLedger();
  const isDone = new AbortController();
  say('people begin to work');
  const faults = allFaults(system, engines);
  const recovered = recoveryOf(system);
  const chaos = wreak(faults, { ...options, random, say, recovered }, isDone.signal);
  const hasSeenAll = () => chaos.struck.length >= faults.length;
  await work(options, hasSeenAll, async () => {
    await liveThroughAShare({ person, ledger, assetIds, random });
    if (ledger.shares.length % TELL_EVERY === 0) say(`${ledger.shares.length} shares lived through`);
  });
  isDone.abort();
  say('they are done');
  await chaos.over;
  const settledAt = performance.now();
  const findings = await settled({ system, engines, ledger, person, say });
  return {
    ledger,
    struck: chaos.struck,
    findings,
    settledAfterMs: Math.round(performance.now() - settledAt),
    mails: mailsOf(engines),
  };
};

/**
 * Several may be killed or start at once, and not all: where a start takes a minute, as on a machine with much else to
 * do, nobody would get anything done, and nothing be shown. Engines are not waited for.
 */
const AWAY_MAX = 3;

const recoveryOf =
  ({ processes }: RunningDistributed) =>
  async (signal: AbortSignal): Promise<void> => {
    const isAway = async (process: ServiceProcess) =>
      (await process.readiness())?.body['phase'] !== 'serving';
    const awayCount = async () => (await Promise.all(processes.map(isAway))).filter(Boolean).length;
    while (!signal.aborted && (await awayCount()) > AWAY_MAX) await pause(LOOK_EVERY_MS);
  };

/** Patiently, as everything here: engines that have just begun beside eight processes may take longer than their limits. */
const asked = async (person: ApiPerson, command: Omit<Command, 'key'>): Promise<CommandResult['body']> => {
  const { outcome, status, body } = await send(person, { ...command, key: randomUUID() }, PATIENT);
  if (outcome === 'acknowledged') return body;
  throw new Error(`${command.method} ${command.path} was answered ${status}: ${JSON.stringify(body)}`);
};

const uploadAssets = async (person: ApiPerson, { domainId }: Seeded): Promise<string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < 8; index += 1) {
    const form = new FormData();
    form.set('domainId', domainId);
    form.set('file', new Blob([Buffer.from(PNG)]), `picture-${index}.png`);
    const { id } = await asked(person, { method: 'POST', path: '/assets', body: form });
    ids.push(String(id));
  }
  for (const id of ids) while (!(await isAvailable(person, id))) await pause(LOOK_EVERY_MS);
  return ids;
};

const isAvailable = async (person: ApiPerson, id: string): Promise<boolean> =>
  (await person.request('GET', `/assets/${id}`)).body['availability'] === 'available';

const UNHURRIED_MS = 1_000;
const TELL_EVERY = 25;

/** Several at once, until so many shares were lived through; then unhurriedly until each fault has struck. */
const work = async (
  { shares, owners }: FaultRunOptions,
  hasSeenAll: () => boolean,
  live: () => Promise<void>,
): Promise<void> => {
  let begun = 0;
  const one = async (): Promise<void> => {
    while (begun < shares || !hasSeenAll()) {
      if (begun >= shares) await pause(UNHURRIED_MS);
      begun += 1;
      await live();
    }
  };
  await Promise.all(Array.from({ length: owners }, one));
};

/** Looks until there is nothing to find, or there was time enough. */
const settled = async (parts: {
  system: RunningDistributed;
  engines: FragileEngines;
  ledger: Ledger;
  person: ApiPerson;
  say: (line: string) => void;
}): Promise<string[]> => {
  const { system, engines, ledger, person, say } = parts;
  await system.ready();
  const read = readRowsOf(engines.real.database.url());
  const endsAt = performance.now() + SETTLE_WITHIN_MS;
  for (;;) {
    const inside = await inconsistencies(read);
    const findings =
      inside.length > 0
        ? inside
        : differences(ledger.shares, await sharesSeenBy(person), ledger.unansweredTitles);
    say(`left to settle: ${findings.length}; ${findings[0] ?? 'nothing'}`);
    if (findings.length === 0 || performance.now() > endsAt) return findings;
    await pause(LOOK_EVERY_MS);
  }
};

const mailsOf = ({ real }: FragileEngines): Map<string, string[]> => {
  const mails = new Map<string, string[]>();
  for (const { recipients, mail } of real.mail.arrivals)
    for (const recipient of recipients)
      mails.set(recipient, [...(mails.get(recipient) ?? []), mail.messageId ?? 'none']);
  return mails;
};
