import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { REAL_ENGINES, type RealEngines, startRealEngines } from './real-engines.ts';
import { type ProcessName, type ServiceProcess, startServiceProcess } from './service-process.ts';

const TIMEOUT_MS = 180_000;
const SETTINGS = {
  ACTOR_KEY: 'the-key-of-a-system-for-tests-only',
  PUBLIC_URL: 'http://portal.example',
  WITHDRAW_SECONDS: '1',
  DRAIN_SECONDS: '60',
};

/** For a test file: real engines of its own, and processes on them that are gone after each test. */
export const processesUnderTest = () => {
  const state: { engines?: RealEngines } = {};
  const started: ServiceProcess[] = [];
  const engines = (): RealEngines => {
    if (state.engines === undefined) throw new Error('The engines are not there yet.');
    return state.engines;
  };
  beforeAll(async () => {
    if (REAL_ENGINES.met) state.engines = await startRealEngines();
  }, TIMEOUT_MS);
  afterEach(() => {
    for (const process of started.splice(0)) if (process.isRunning()) process.signal('SIGKILL');
  });
  afterAll(async () => {
    await state.engines?.stop();
  }, TIMEOUT_MS);
  return {
    engines,
    settings: SETTINGS,
    start: async (name: ProcessName, settings: Record<string, string> = {}): Promise<ServiceProcess> => {
      const process = await startServiceProcess(name, { ...engines().addresses, ...SETTINGS, ...settings });
      started.push(process);
      return process;
    },
    test: (name: string, run: () => Promise<void>) => testWhere(REAL_ENGINES, name, run, TIMEOUT_MS),
  };
};
