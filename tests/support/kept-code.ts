import path from 'node:path';

/**
 * What Node compiled for one process of a run is kept for the next: a start takes half the processor time, and does
 * nothing else. Away with the run.
 */
export const keptCode = (): Record<string, string> => {
  const { VITRINE_TEST_RUN: run } = process.env;
  return run === undefined ? {} : { NODE_COMPILE_CACHE: path.join(run, 'compiled') };
};
