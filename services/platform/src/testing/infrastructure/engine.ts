import { dockerAnswers } from './docker-answers.ts';
import { findBinary } from './find-binary.ts';
import type { Requirement } from '../requires.ts';

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
  fromBinary: (file: string) => Promise<Running>;
}

/** An engine as tests take it: `requirement` is for `testWhere`, and is known before any test runs. */
export interface Engine<Running> {
  requirement: Requirement;
  start: () => Promise<Running>;
}

/**
 * Finds an engine for tests: its address from the environment; a container where a Docker engine answers; its program
 * on this machine. `own` leaves the address out, for tests that stop and kill what they use.
 */
export const defineEngine = <Running>(
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

const ownEngine = <Running>(ways: WaysToEngine<Running>): Engine<Running> => {
  const { inContainer } = ways;
  const binary = findBinary(ways.binary);
  const hasDocker = inContainer !== undefined && dockerAnswers();
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
      // An engine that answers may have no image, and no way to one.
      return inContainer().catch(fromBinary);
    },
  };
};
