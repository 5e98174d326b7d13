// Plain JavaScript: Node imports the TypeScript behind it by itself, without Jest's transform.
export default async function globalSetup(...jestConfigs) {
  const { default: startPostgres } =
    await import('../services/platform/src/testing/postgres-global-setup.ts');
  await startPostgres(...jestConfigs);
}
