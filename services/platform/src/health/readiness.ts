import { Refusal } from '../errors/refusal.ts';
import { reasonOf } from '../errors/reason-of.ts';
import type { Log } from '../log/log.ts';
import { withinTime } from '../schedule/within-time.ts';

/** What a process works with: its database, the bus, the store. */
export interface Engine {
  /** `database`, `bus`, `store`, `keyvalue`. */
  readonly name: string;
  /** Whether the process had better get no requests while it is away; else that is so only until it was there once. */
  readonly isNeeded: boolean;
  /** Rejects while it does not answer. */
  readonly ping: () => Promise<void>;
}

/** How far a process is. */
export type Phase = 'starting' | 'serving' | 'stopping';

/** What a process says of itself. */
export interface Readiness {
  readonly phase: Phase;
  /** Whether each of its engines answers. */
  readonly engines: Readonly<Record<string, boolean>>;
  readonly isReady: boolean;
}

/** Knows whether a process can do its work. */
export interface Health {
  readonly enter: (phase: Phase) => void;
  readonly watch: (engine: Engine) => void;
  /** Asks every engine; logs each that was lost or came back since the last time. */
  readonly look: () => Promise<Readiness>;
}

const PING_TIMEOUT_MS = 2_000;

/**
 * A process begins as one that is starting, without engines.
 * @param noteEngines is told of each look which engines answered, so that whoever saw a process ready sees it there too
 */
export const createHealth = (
  log: Log,
  noteEngines: (engines: Readiness['engines']) => void = () => undefined,
): Health => {
  const engines = new Map<string, Engine>();
  const awaySince = new Map<string, number>();
  /** Those that were there, and did not refuse us since: that is for somebody to mend. */
  const known = new Set<string>();
  let phase: Phase = 'starting';
  const noteThere = (name: string): void => {
    known.add(name);
    const since = awaySince.get(name);
    if (since === undefined) return;
    awaySince.delete(name);
    const awaySeconds = Math.round((performance.now() - since) / 1_000);
    if (phase !== 'stopping') log.info({ engine: name, awaySeconds }, 'an engine is back');
  };
  const noteAway = (name: string, error: unknown): void => {
    if (error instanceof Refusal) known.delete(name);
    if (awaySince.has(name)) return;
    awaySince.set(name, performance.now());
    if (phase !== 'stopping')
      log.warn({ engine: name, reason: reasonOf(error) }, 'an engine does not answer');
  };
  const ask = async ({ name, ping }: Engine): Promise<[string, boolean]> => {
    try {
      await withinTime(ping(), PING_TIMEOUT_MS, `The ${name} does not answer.`);
      noteThere(name);
      return [name, true];
    } catch (error) {
      noteAway(name, error);
      return [name, false];
    }
  };
  return {
    enter: (next) => {
      phase = next;
    },
    watch: (engine) => void engines.set(engine.name, engine),
    look: async () => {
      const all = [...engines.values()];
      const answers = Object.fromEntries(await Promise.all(all.map(ask)));
      noteEngines(answers);
      const hasAll = all.every(
        ({ name, isNeeded }) => answers[name] === true || (!isNeeded && known.has(name)),
      );
      return { phase, engines: answers, isReady: phase === 'serving' && hasAll };
    },
  };
};
