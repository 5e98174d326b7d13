export default async function globalTeardown(...jestConfigs) {
  const { default: stopPostgres } =
    await import('../services/platform/src/testing/postgres-global-teardown.ts');
  await stopPostgres(...jestConfigs);
}
