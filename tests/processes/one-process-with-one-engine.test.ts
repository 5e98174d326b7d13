import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openPostOffice } from '@vitrine/platform/testing/post-office.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { signedIn } from '../support/api-person.ts';
import { REAL_ENGINES, type RealEngines, startRealEngines } from '../support/real-engines.ts';
import {
  DEMO_PASSWORD,
  type RunningVitrine,
  commandLine,
  startVitrineOn,
  temporaryFolder,
} from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

const TIMEOUT_MS = 180_000;
const GUEST = 'rita@gallery.example';

let engines: RealEngines;
const started: RunningVitrine[] = [];
beforeAll(async () => {
  if (REAL_ENGINES.met) engines = await startRealEngines();
}, TIMEOUT_MS);
afterEach(async () => {
  for (const vitrine of started.splice(0)) await vitrine.discard();
});
afterAll(async () => {
  if (REAL_ENGINES.met) await engines.stop();
}, TIMEOUT_MS);

const makeDomain = async (dataDir: string, name: string): Promise<void> => {
  const user = ['--email', `${name}@one.test`, '--password', DEMO_PASSWORD, '--account', name];
  for (const args of [
    ['account', 'create', name],
    ['domain', 'create', name, '--account', name],
    ['user', 'create', ...user, '--domain', name],
    ['dead', 'list'],
  ])
    expect(await commandLine(dataDir, ...args)).toMatchObject({ code: 0 });
};

const ALONE: Record<string, (name: string) => boolean> = {
  DATABASE_URL: (name) => name === 'DATABASE_URL',
  AMQP_URL: (name) => name === 'AMQP_URL',
  REDIS_URL: (name) => name === 'REDIS_URL',
  S3: (name) => name.startsWith('S3_'),
};

for (const [engine, isMeant] of Object.entries(ALONE))
  testWhere(
    REAL_ENGINES,
    `when only ${engine} is set, then the rest is embedded, and a file can be taken in and comes out again`,
    async () => {
      const settings = Object.fromEntries(
        Object.entries(engines.addresses).filter(([name]) => isMeant(name)),
      );
      const dataDir = await temporaryFolder();
      const vitrine = await startVitrineOn(dataDir, { ...settings, DEMO: '0' });
      started.push(vitrine);
      const name = engine.toLowerCase().replace('_url', '');
      await makeDomain(dataDir, name);
      const person = await signedIn(vitrine.url, `${name}@one.test`);
      const id = await until('asset has heard of the domain', async () => {
        const { status, body } = await person.upload({ fileName: 'one.txt', content: Buffer.from(engine) });
        return status === 201 ? String(body['id']) : null;
      });
      const url = await until('the file can be downloaded', async () => {
        const { status, body } = await person.request('POST', '/downloads', { assetIds: [id] });
        return status === 201 ? String(body['url']) : null;
      });
      expect(await (await person.fetch(url)).text()).toBe(engine);
    },
    TIMEOUT_MS,
  );

test(
  'when only SMTP_URL is set, then the rest is embedded, and an invitation goes to that server and into no mailbox',
  async () => {
    const mail = await openPostOffice();
    const dataDir = await temporaryFolder();
    const vitrine = await startVitrineOn(dataDir, { SMTP_URL: mail.url, DEMO: '0' });
    started.push(vitrine);
    await makeDomain(dataDir, 'smtp');
    await commandLine(dataDir, 'feature', 'enable', 'shares');
    const person = await signedIn(vitrine.url, 'smtp@one.test');
    const { body } = await person.upload({ fileName: 'one.txt', content: Buffer.from('smtp') });
    const share = { title: 'By mail', assetIds: [body['id']], durationDays: 7 };
    await until('share has heard of all', async () => {
      const { status } = await person.request('POST', '/shares', { ...share, guests: [{ email: GUEST }] });
      return status === 201 ? true : null;
    });
    await mail.arrived(1);
    expect(mail.arrivals).toMatchObject([{ recipients: [GUEST] }]);
    expect((await fetch(`${vitrine.url}/mailbox.json`)).status).toBe(404);
    await mail.close();
  },
  TIMEOUT_MS,
);
