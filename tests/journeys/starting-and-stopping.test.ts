import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import {
  type RunningVitrine,
  commandLine,
  startInVain,
  startVitrineOn,
  temporaryFolder,
} from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

/** What a killed process was drawing is free after its lease of 30 s. */
const RENDER_LEASE_MS = 60_000;
/** A device of Linux on which each write finds the disk full. */
const FULL = '/dev/full';

const started: RunningVitrine[] = [];
const keep = (vitrine: RunningVitrine): RunningVitrine => {
  started.push(vitrine);
  return vitrine;
};
const startDemo = async (): Promise<RunningVitrine> => keep(await startVitrine());
const startOn = async (dataDir: string, settings: Record<string, string> = {}): Promise<RunningVitrine> =>
  keep(await startVitrineOn(dataDir, settings));
const portOf = ({ url }: RunningVitrine): { PORT: string } => ({ PORT: new URL(url).port });
afterEach(async () => {
  for (const vitrine of started.splice(0).reverse()) await vitrine.discard();
});

const processesOn = (dataDir: string): string[] =>
  spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(dataDir) && !line.includes('ps -eo'));

/** What is told to end is given no longer than that, and ends a moment after who told it on a machine with much to do. */
const noProcessIsLeftOn = (dataDir: string): Promise<true> =>
  until('no process is left', async () => (processesOn(dataDir).length === 0 ? true : null));

interface Page<Item> {
  items: Item[];
  total: number;
}

test('when it is stopped and started again, then data and sessions are still there, and no process was left', async () => {
  const first = await startDemo();
  const mia = await signedIn(first.url, 'mia@demo.test');
  const { total } = await mia.get<Page<AssetView>>('/assets');
  expect(await first.interrupt()).toMatchObject({ code: 0 });
  await noProcessIsLeftOn(first.dataDir);
  await startOn(first.dataDir, portOf(first));
  expect((await mia.get<Page<AssetView>>('/assets')).total).toBe(total);
}, 180_000);

test('when it is killed, then the next start clears up and nothing acknowledged is lost', async () => {
  const first = await startDemo();
  const mia = await signedIn(first.url, 'mia@demo.test');
  const { body } = await mia.upload({ fileName: 'kept.txt', content: Buffer.from('kept') });
  first.process.kill('SIGKILL');
  const second = await startOn(first.dataDir, portOf(first));
  const asset = await until(
    'the asset is there and ready',
    async () => {
      const found = await mia.get<AssetView>(`/assets/${String(body['id'])}`);
      return found.availability === 'available' ? found : null;
    },
    RENDER_LEASE_MS,
  );
  expect(asset.fileName).toBe('kept.txt');
  await second.interrupt();
  await noProcessIsLeftOn(first.dataDir);
}, 180_000);

test('when one runs on a data folder, then a second one is refused with a sentence', async () => {
  const first = await startOn(await temporaryFolder(), { DEMO: '0' });
  const second = await startInVain({ DATA_DIR: first.dataDir, PORT: String(await freePort()) });
  expect(second.code).toBe(1);
  expect(second.printed).toContain('Another Vitrine is running on the data folder');
});

test('when the port is taken, then the start is refused with a sentence', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  const refused = await startInVain({ DATA_DIR: await temporaryFolder(), PORT: String(port) });
  other.close();
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.printed).toContain(`Port ${port} is taken`);
});

test('when the data folder cannot be written or a setting is wrong, then a sentence says so', async () => {
  const file = path.join(await temporaryFolder(), 'a-file');
  await writeFile(file, '');
  const folder = await startInVain({ DATA_DIR: path.join(file, 'below'), PORT: String(await freePort()) });
  expect(folder).toMatchObject({ code: 1 });
  expect(folder.printed).toContain('cannot be written');
  const setting = await startInVain({ DATA_DIR: await temporaryFolder(), PORT: 'eighty' });
  expect(setting).toMatchObject({ code: 1 });
  expect(setting.printed).toContain('PORT');
  expect(setting.printed).not.toContain('    at ');
});

test('when the data folder is where none can be made, then a sentence says so, and soon', async () => {
  const { code, printed } = await startInVain({ DATA_DIR: '/proc/vitrine', PORT: String(await freePort()) });
  expect(code).toBe(1);
  expect(printed).toMatch(
    /The data folder \/proc\/vitrine cannot be written: .+\. Mend that, or give another one with DATA_DIR\.\n$/,
  );
});

testWhere(
  { name: FULL, met: existsSync(FULL) },
  'when the disk is full at the start, then a sentence says so',
  async () => {
    const dataDir = await temporaryFolder();
    await symlink(FULL, path.join(dataDir, 'secrets.json.new'));
    const { code, printed } = await startInVain({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(printed).toMatch(/did not start\. The disk of the data folder.* is full\..* DATA_DIR\.\n$/);
  },
);

test('when somebody starts without the demo, then the command line makes all that is needed, and imports without doubles', async () => {
  const dataDir = await temporaryFolder();
  const run = async (...args: string[]): Promise<string> => {
    const { code, printed } = await commandLine(dataDir, ...args);
    if (code !== 0) throw new Error(printed);
    return printed;
  };
  await run('account', 'create', 'Gallery');
  await run('domain', 'create', 'Paintings', '--account', 'Gallery');
  await run(
    'user',
    'create',
    '--email',
    'ida@gallery.test',
    '--name',
    'Ida',
    '--password',
    'a-password-for-tests',
  );
  await run('member', 'add', '--domain', 'Paintings', '--user', 'ida@gallery.test');
  await run('feature', 'enable', 'shares', '--account', 'Gallery');
  const files = path.join(dataDir, 'to-import', 'below');
  await mkdir(files, { recursive: true });
  for (const name of ['one', 'two', 'three']) await writeFile(path.join(files, `${name}.txt`), name);
  const folder = path.join(dataDir, 'to-import');
  expect(await run('import', folder, '--domain', 'Paintings')).toContain('3 added');

  const vitrine = await startOn(dataDir, { DEMO: '0' });
  const ida = await signedIn(vitrine.url, 'ida@gallery.test');
  expect(await ida.get('/session')).toMatchObject({
    account: { name: 'Gallery', features: { shares: true } },
  });
  expect((await ida.get<Page<AssetView>>('/assets')).items.map(({ fileName }) => fileName).sort()).toEqual([
    'one.txt',
    'three.txt',
    'two.txt',
  ]);
  expect(await run('import', folder, '--domain', 'Paintings')).toContain('0 added, 3 already there');
  await run('domain', 'create', 'Sculptures');
  expect((await ida.get<Page<AssetView>>('/assets')).total).toBe(3);
}, 180_000);
