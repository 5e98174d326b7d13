const services = 'identity|asset|share|guest-invitation|download|activity';

// Folders of a service that its features stand on. Every other folder is a feature or a reaction.
const ground = 'engine|renditions|media-type|mail|testing';

const tests = '(\\.test\\.tsx?$|/testing/|/test/)';
const vitrine = '^(contracts|services|gateway|frontend|tests|scripts)/';

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle has no top to read from. Move what both need into a file below them.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolved',
      comment: 'This import leads nowhere: a wrong path, or a package missing from the workspace.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'declared-dependencies',
      comment:
        'Declare the package in the package.json of the workspace that imports it; tools are for tests.',
      severity: 'error',
      from: { path: `^(contracts|services/[^/]+|gateway|frontend)/src/`, pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'contracts-stand-alone',
      comment:
        'contracts/ is read by everybody and reads nobody: zod and @orpc/contract are its only imports.',
      severity: 'error',
      from: { path: '^contracts/src/', pathNot: tests },
      to: { pathNot: ['^contracts/src/', 'node_modules/zod/', 'node_modules/@orpc/contract/'] },
    },
    {
      name: 'platform-knows-no-service',
      comment: 'platform is what services stand on. What only one service needs belongs into that service.',
      severity: 'error',
      from: { path: '^services/platform/' },
      to: { path: vitrine, pathNot: '^(contracts|services/platform)/' },
    },
    {
      name: 'services-are-strangers',
      comment:
        'A service never imports another: it hears its events, or calls it through a typed client of contracts/src/http that it is handed.',
      severity: 'error',
      from: { path: `^services/(${services})/` },
      to: { path: vitrine, pathNot: ['^services/$1/', '^services/platform/', '^contracts/'] },
    },
    {
      name: 'gateway-knows-contracts-only',
      comment: 'The gateway has no business rules: it speaks to services through the clients of contracts.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: vitrine, pathNot: '^(gateway|contracts|services/platform)/' },
    },
    {
      name: 'gateway-has-no-database',
      comment: 'The gateway keeps nothing: state belongs to the service that owns the noun.',
      severity: 'error',
      from: { path: '^gateway/src/' },
      to: { path: ['node_modules/(pg|@prisma)/', '^services/platform/src/(database|outbox)/'] },
    },
    {
      name: 'frontend-knows-contracts-only',
      comment: 'The page shares the contracts with the servers and nothing else.',
      severity: 'error',
      from: { path: '^frontend/' },
      to: { path: vitrine, pathNot: '^(frontend|contracts)/' },
    },
    {
      name: 'frontend-flows-one-way',
      comment: 'Imports flow shared -> features -> app. Lift what two features need into shared.',
      severity: 'error',
      from: { path: '^frontend/src/shared/' },
      to: { path: '^frontend/src/(features|app)/' },
    },
    {
      name: 'frontend-features-below-app',
      comment: 'Imports flow shared -> features -> app: a feature does not know where it is mounted.',
      severity: 'error',
      from: { path: '^frontend/src/features/' },
      to: { path: '^frontend/src/app/' },
    },
    {
      name: 'features-are-apart',
      comment:
        'A feature imports no other feature: lift the rule both need into src/<noun>.ts. A folder of helpers is named in `ground` above.',
      severity: 'error',
      from: { path: `^services/(${services})/src/(?!(?:${ground})/)([^/]+)/` },
      to: {
        path: '^services/$1/src/[^/]+/',
        pathNot: ['^services/$1/src/$2/', `^services/$1/src/(${ground})/`],
      },
    },
    {
      name: 'rules-do-no-io',
      comment:
        'src/<noun>.ts holds rules: pure functions that return the new state and the events. Pass in what they need, the time included.',
      severity: 'error',
      from: {
        path: `^services/(${services})/src/[^/]+\\.ts$`,
        pathNot: ['/(main|config|service)\\.ts$', '-repository\\.ts$', tests],
      },
      to: {
        path: [
          '^(node:)?(fs|fs/promises|http|https|net|tls|child_process|worker_threads|dns)$',
          'node_modules/(pg|@prisma|express|pino|nodemailer|sharp)/',
          '-repository\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'prisma-in-repositories-only',
      comment:
        'Only src/<noun>-repository.ts knows that there is Prisma: everybody else asks the repository.',
      severity: 'error',
      from: {
        path: '^(services|gateway|frontend)/',
        pathNot: ['-repository\\.ts$', tests, '/prisma/', '^services/platform/'],
      },
      to: { path: ['/prisma/generated/', 'node_modules/@prisma/'] },
    },
    {
      name: 'amqplib-in-the-bus-only',
      comment: 'Services speak to the Bus port: only platform/bus knows RabbitMQ.',
      severity: 'error',
      from: { path: vitrine, pathNot: '^services/platform/src/bus/' },
      to: { path: 'node_modules/amqplib/' },
    },
    {
      name: 'minio-in-the-object-store-only',
      comment: 'Services speak to the ObjectStore port: only platform/objects knows S3.',
      severity: 'error',
      from: { path: vitrine, pathNot: '^services/platform/src/objects/' },
      to: { path: 'node_modules/minio/' },
    },
    {
      name: 'nodemailer-in-guest-invitation-only',
      comment: 'Mail is sent by guest-invitation: tell it by an event.',
      severity: 'error',
      from: { path: vitrine, pathNot: '^services/guest-invitation/' },
      to: { path: 'node_modules/nodemailer/' },
    },
    {
      name: 'tests-are-not-imported',
      comment:
        'Code that runs for people does not import tests. Share test helpers through a testing/ folder.',
      severity: 'error',
      from: { path: '/src/', pathNot: tests },
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/prisma/generated/'] },
    exclude: { path: ['^frontend/dist/', '^\\.vitrine/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
