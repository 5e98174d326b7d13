import { dockerAnswers } from './docker-answers.ts';
import { findBinary } from './find-binary.ts';
import { withinTime } from '../../schedule/within-time.ts';
import type { Requirement } from '../requires.ts';
import type { RunningEngine } from './engine-process.ts';

/** The ways to an engine, in the order in which they are taken. */
export interface WaysToEngine<Running> {
  /** As a reader of the skipped tests should know it, e.g. `MinIO`. */
  name: string;
  /** The variable with the address of one that runs already, e.g. `TEST_S3_ENDPOINT`. */
  addressVariable: string;
  /** The name of its program on this machine. */
  binary: string;
  atAddress: (address: string) => Promise<Running>;
  inContainer?: () => Promise<Running>;
  /** How long a container may take, with the pull of its image, where there is a program as well. */
  containerWithinMs?: number;
  fromBinary: (file: string) => Promise<Running>;
}

/** An engine as tests take it: `requirement` is for `testWhere`, and is known before any test runs. */
export interface Engine<Running> {
  requirement: Requirement;
  start: () => Promise<Running>;
}

type Stoppable = Pick<RunningEngine, 'stop'>;

const CONTAINER_WITHIN_MS = 60_000;

/**
 * Finds an engine for tests: its address from the environment; a container where a Docker engine answers; its program
 * on this machine. `own` leaves the address out, for tests that stop and kill what they use.
 */
export const defineEngine = <Running extends Stoppable>(
  ways: WaysToEngine<Running>,
): Engine<Running> & { own: Engine<Running> } => {
  const address = process.env[ways.addressVariable];
  const own = ownEngine(ways);
  if (!address) return { ...own, own };
  return {
    requirement: { name: ways.name, met: true },
    start: () => ways.atAddress(address),
    own,
  };
};

const ownEngine = <Running extends Stoppable>(ways: WaysToEngine<Running>): Engine<Running> => {
  const { inContainer, containerWithinMs = CONTAINER_WITHIN_MS } = ways;
  const binary = findBinary(ways.binary);
  const hasDocker = inContainer !== undefined && dockerAnswers();
  let hasFailed = false;
  const fromBinary = (): Promise<Running> => {
    if (binary === null) throw new Error(`There is no ${ways.binary} on this machine.`);
    return ways.fromBinary(binary);
  };
  return {
    requirement: {
      name: `${ways.name}: a Docker engine or ${ways.binary}`,
      met: hasDocker || binary !== null,
    },
    start: async () => {
      if (!hasDocker) return fromBinary();
      if (binary === null) return inContainer();
      // An engine that answers may have no image, and no way to one: once is enough to know.
      if (hasFailed) return fromBinary();
      const starting = inContainer();
      return withinTime(starting, containerWithinMs, 'The container did not start in time.').catch(() => {
        hasFailed = true;
        starting.then(({ stop }) => stop()).catch(() => undefined);
        return fromBinary();
      });
    },
  };
};
