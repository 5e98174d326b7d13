import { afterAll, beforeAll, expect } from '@jest/globals';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';
import { type Requirement, testWhere } from '@vitrine/platform/testing/requires.ts';
import { type ApiPerson, signedIn } from './api-person.ts';
import type { OperatedSystem } from './command-line-shapes.ts';
import type { ServiceName } from './service-process.ts';

const TIMEOUT_MS = 180_000;

/** Who is made by the first test, for those that follow. */
export const EMAIL = 'ida@gallery.test';

/** A system under tests of its command line. */
export interface Operated {
  readonly test: (name: string, run: () => Promise<void>) => void;
  readonly system: () => OperatedSystem;
  /** What a command prints that has to succeed. */
  readonly said: (...args: string[]) => Promise<string>;
  /** What one prints that has to end with 1 and a sentence, and not with a stack. */
  readonly refused: (...args: string[]) => Promise<string>;
  readonly sql: <Row extends object>(service: ServiceName, statement: string) => Promise<Row[]>;
  readonly ida: () => Promise<ApiPerson>;
}

/** Starts a system before all tests of a block; `prepare` is done to it before the first. */
export const operated = (
  requirement: Requirement,
  operate: () => Promise<OperatedSystem>,
  prepare: (operated: Operated) => Promise<unknown>,
): Operated => {
  const state: { system?: OperatedSystem } = {};
  const system = (): OperatedSystem => {
    if (state.system === undefined) throw new Error('The system does not run yet.');
    return state.system;
  };
  const own: Operated = {
    system,
    test: (name, run) => testWhere(requirement, name, run, TIMEOUT_MS),
    said: async (...args) => {
      const { code, printed } = await system().run(...args);
      expect([code, printed]).toEqual([0, printed]);
      return printed;
    },
    refused: async (...args) => {
      const { code, printed } = await system().run(...args);
      expect([code, printed]).toEqual([1, printed]);
      expect(printed).not.toContain('    at ');
      return printed;
    },
    sql: (service, statement) => runSql(system().databaseOf(service), statement),
    ida: () => signedIn(system().url, EMAIL),
  };
  beforeAll(async () => {
    if (!requirement.met) return;
    state.system = await operate();
    await prepare(own);
  }, TIMEOUT_MS);
  afterAll(async () => {
    await state.system?.discard();
  }, TIMEOUT_MS);
  return own;
};
