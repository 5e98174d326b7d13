import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lockDataFolder } from './data-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-folder-'));
  await writeFile(path.join(folder, 'file'), '');
  await symlink('nowhere/at/all', path.join(folder, 'link'));
  await mkdir(path.join(folder, 'odd', 'lock.db'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

test('when a folder is not there yet, then it is made with those above it, and locked for one', async () => {
  const wanted = path.join(folder, 'some', 'where', 'new');
  const held = await lockDataFolder(wanted);
  expect(held?.pathTo('a', 'b')).toBe(path.join(wanted, 'a', 'b'));
  expect(await lockDataFolder(wanted)).toBeNull();
  held?.unlock();
  const next = await lockDataFolder(wanted);
  expect(next).not.toBeNull();
  next?.unlock();
});

test.each([
  ['a file', 'file', '/file is no folder'],
  ['below a file', 'file/below', '/file is no folder'],
  ['a link to nowhere', 'link', '/link is no folder'],
  ['with a folder where the lock is to be', 'odd', 'unable to open database file'],
  ['longer than a name may be', 'x'.repeat(300), 'name too long'],
])('when it is %s, then a sentence says why it cannot be written', async (_what, name, reason) => {
  const wanted = path.join(folder, name);
  const refused = await lockDataFolder(wanted).catch((error: unknown) => (error as Error).message);
  expect(refused).toContain(`The data folder ${wanted} cannot be written: `);
  expect(refused).toContain(`${reason}. Mend that, or give another one with DATA_DIR.`);
});
