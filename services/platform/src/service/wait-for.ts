import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from '../errors/reason-of.ts';
import { Refusal } from '../errors/refusal.ts';
import type { Log } from '../log/log.ts';

/** An engine to be connected to: a database, a broker, a store. */
export interface EngineToAwait<Connected> {
  /** As people call it: `PostgreSQL`. */
  readonly name: string;
  /** Its address, secrets and all: only host and port of it are told. */
  readonly url: string;
  readonly connect: () => Promise<Connected>;
  /** Whether it may be there soon, after that error. Refusals never are. */
  readonly mayComeLater: (error: unknown) => boolean;
}

const RETRY_MS = 1_000;
const SAY_EVERY_MS = 5_000;

/** Where an address leads to, without user, password and options. */
export const placeOf = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};

/**
 * Connects to an engine, waiting for one that is not there yet and saying so every few seconds.
 * @throws what `connect` throws where time does not help, and the reason of `signal`
 */
export const waitFor = async <Connected>(
  { name, url, connect, mayComeLater }: EngineToAwait<Connected>,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<Connected> => {
  const startedAt = performance.now();
  const waitedSeconds = () => Math.round((performance.now() - startedAt) / 1_000);
  let saidAt = -SAY_EVERY_MS;
  for (;;) {
    signal.throwIfAborted();
    try {
      const connected = await connect();
      log.info({ engine: placeOf(url), waitedSeconds: waitedSeconds() }, `${name} is there`);
      return connected;
    } catch (error) {
      if (error instanceof Refusal || !mayComeLater(error)) throw error;
      const now = performance.now();
      if (now - saidAt >= SAY_EVERY_MS) {
        saidAt = now;
        const facts = { engine: placeOf(url), reason: reasonOf(error), waitedSeconds: waitedSeconds() };
        log.warn(facts, `${name} is not there yet; waiting for it`);
      }
    }
    await pause(RETRY_MS, undefined, { signal });
  }
};
