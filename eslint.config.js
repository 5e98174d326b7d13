import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
const javascript = ['**/*.js', '**/*.mjs'];
const tests = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts', '**/testing/**/*.ts'];
const testFiles = ['**/*.test.ts', '**/*.test.tsx'];

// A tool reads these files and demands a default export of them.
const toolEntrances = [
  '*.config.{js,mjs}',
  '*.mjs',
  'frontend/*.config.ts',
  'services/*/prisma.config.ts',
  'services/platform/src/testing/postgres-global-*.ts',
  'tests/*.mjs',
];

// The environment is read once, at the entrance of a process, and passed on as a typed object.
const entrances = [
  '**/src/main.ts',
  '**/src/cli/main.ts',
  'scripts/**',
  'tests/**',
  '**/testing/**',
  ...testFiles,
];

const houseRules = [
  {
    selector: 'ClassDeclaration:not([superClass]), ClassExpression:not([superClass])',
    message:
      'No classes here but errors and what a library demands: write a function that returns an object of functions.',
  },
  {
    selector: 'Decorator',
    message:
      'No decorators: Node strips types and runs the rest as it is. Pass what is needed as a parameter.',
  },
  {
    selector: 'TSEnumDeclaration, TSModuleDeclaration[kind="namespace"], TSParameterProperty',
    message: 'Node strips types and cannot run this. Use a union of literals, a module, or a plain field.',
  },
  {
    selector: 'ForInStatement',
    message: 'for-in walks the prototype too. Use for-of over Object.entries().',
  },
];
const namedExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name that is the same everywhere can be searched for.',
};
const noBarrels = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels but contracts/src/index.ts: import from the file that holds the thing.',
};
const oneReaderOfTheEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message:
    'Only main.ts reads the environment: declare the variable in config.ts (zod) and take the value as a parameter.',
};
const honestTests = [
  {
    selector:
      'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo|failing)$/]',
    message:
      'No test is skipped in silence. For one that needs a part of the machine use testWhere() of @vitrine/platform/testing/requires.ts.',
  },
  {
    selector:
      'NewExpression[callee.name="Promise"] > ArrowFunctionExpression CallExpression[callee.name="setTimeout"]',
    message: 'No sleeping in tests: await what settles (a response, an event, the bus coming to rest).',
  },
  {
    selector: 'ImportDeclaration[source.value="node:timers/promises"]',
    message: 'No sleeping in tests: await what settles (a response, an event, the bus coming to rest).',
  },
];

const restricted = (...more) => ['error', ...houseRules, ...more];

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/generated/', '**/coverage/', '**/.vitrine/'] },
  {
    files: [...typescript, ...javascript],
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 50 }],
      complexity: ['error', { max: 10 }],
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-param-reassign': 'error',
      'no-restricted-properties': [
        'error',
        {
          property: 'resetAndDestroy',
          message:
            'resetConnection() of @vitrine/platform/http/reset-connection.ts: this leaks the socket at times.',
        },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-restricted-syntax': restricted(namedExports, noBarrels, oneReaderOfTheEnvironment),
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Deprecated to stand out: `oidc-config.ts` takes an issuer by http on this machine only.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // It recurses without end on oRPC's handler types (typescript-eslint 8.73).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // There are no enums here to be unsafe with, and looking for them is slow.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [{ from: 'package', name: ['Redirect', 'NotFoundError'], package: '@tanstack/router-core' }],
        },
      ],
      // An adapter that has nothing to wait for still answers with a promise: its port says so.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: entrances,
    rules: { 'no-restricted-syntax': restricted(namedExports, noBarrels) },
  },
  {
    files: testFiles,
    rules: { 'no-restricted-syntax': restricted(namedExports, noBarrels, ...honestTests) },
  },
  {
    files: ['contracts/src/index.ts'],
    rules: { 'no-restricted-syntax': restricted(namedExports) },
  },
  {
    files: ['services/platform/src/http/reset-connection.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: toolEntrances, rules: { 'no-restricted-syntax': restricted() } },
  {
    // What a person starts in a terminal speaks to that terminal.
    files: ['scripts/**', 'tests/*.mjs', 'tests/bench/**', 'services/standalone/src/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['frontend/**/*.ts', 'frontend/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
);
