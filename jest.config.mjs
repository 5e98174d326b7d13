const workspaces = '<rootDir>/{contracts,services,gateway,frontend,scripts}';

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  injectGlobals: false,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.ts$': ['@swc/jest', swc({ tsx: false })],
    '\\.tsx$': ['@swc/jest', swc({ tsx: true })],
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.vitrine/', '/generated/'],
  modulePathIgnorePatterns: ['/dist/', '/.vitrine/'],
};

// One PostgreSQL serves a whole run. Jest starts it only when a test of a project that names it runs.
const withPostgres = {
  globalSetup: '<rootDir>/tests/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/global-teardown.mjs',
};

export default {
  // One more than cores: a worker waits for the processes and browsers that it started most of the time.
  maxWorkers: 3,
  reporters: ['<rootDir>/tests/reporter.mjs'],
  testSequencer: '<rootDir>/tests/sequencer.mjs',
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: [`${workspaces}/**/*.test.{ts,tsx}`, '!**/*.int.test.ts'],
    },
    {
      ...shared,
      ...withPostgres,
      displayName: 'services',
      testMatch: [`${workspaces}/**/*.int.test.ts`],
    },
    {
      ...shared,
      ...withPostgres,
      displayName: 'system',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
    },
  ],
};

function swc({ tsx }) {
  return {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    sourceMaps: 'inline',
  };
}
