import { expect, test } from '@jest/globals';
import { runSql } from '../run-sql.ts';
import { startOwnPostgres } from './postgres.ts';

test('when the server is killed and starts again, then what it acknowledged is there', async () => {
  const postgres = await startOwnPostgres();
  await runSql(postgres.url(), 'CREATE TABLE kept (n int)');
  await runSql(postgres.url(), 'INSERT INTO kept VALUES (1)');
  await postgres.kill();
  await postgres.start();
  expect(await runSql(postgres.url(), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  await postgres.restart();
  expect(await runSql(postgres.url(), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  await postgres.stop();
});
