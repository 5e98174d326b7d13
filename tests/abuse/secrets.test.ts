import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DownloadView, ShareView } from '@vitrine/contracts';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { publicRoutes } from '../../gateway/src/upstreams/public-routes.ts';
import { type ApiPerson, anApiPerson } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { bytesAt, fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { DEMO_PASSWORD, type RunningVitrine, startVitrineOn } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';
import { type Secrets, readFiles, readRows, secretsIn } from './hunt.ts';
import { asJson } from './raw-request.ts';

const aMark = (): string => `mark${randomBytes(12).toString('hex')}`;
const SMTP_PASSWORD = aMark();
const GUESTS = ['rita@gallery.example', 'olga@gallery.example'] as const;

let vitrine: RunningVitrine;
let mia: ApiPerson;
let rita: ApiPerson;
let share: ShareView;
let printed = '';
const secrets = new Map<string, string>();
const heard: string[] = [];
const told: string[] = [];

/** Everybody's cookies as they are given. */
const noteCookies = (name: string, response: Response): void => {
  for (const line of response.headers.getSetCookie())
    secrets.set(name, /=([^;]+)/.exec(line)?.[1] ?? 'no cookie');
};

const sessionOf = async (name: string, address: string, body: unknown): Promise<ApiPerson> => {
  const person = anApiPerson(vitrine.url);
  const answer = await person.fetch(`/api/v1${address}`, { method: 'POST', ...asJson(body) });
  noteCookies(name, answer);
  told.push(await answer.text());
  return person;
};

const listen = async (person: ApiPerson): Promise<() => Promise<void>> => {
  const { body } = await person.fetch('/api/v1/events');
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
      heard.push(part.value);
  })().catch(() => undefined);
  return async () => {
    await reader?.cancel();
    await reading;
  };
};

const takeOne = async (person: ApiPerson, name: string, assetId: string): Promise<void> => {
  const { url, byteSize } = await person.post<DownloadView>('/downloads', { assetIds: [assetId] });
  secrets.set(name, /\/d\/([\w-]{43})/.exec(url)?.[1] ?? 'no ticket');
  expect((await bytesAt(person, url)).length).toBe(byteSize);
};

const doTheMainJob = async (): Promise<void> => {
  const wrong = aMark();
  secrets.set('wrong password', wrong).set('password', DEMO_PASSWORD);
  await sessionOf('nothing', '/session', { email: 'mia@demo.test', password: wrong });
  secrets.delete('nothing');
  mia = await sessionOf('session of Mia', '/session', { email: 'mia@demo.test', password: DEMO_PASSWORD });
  const stopListening = await listen(mia);
  const assets = (await fitAssetsOf(mia)).slice(0, 2).map(({ id }) => id);
  const guests = GUESTS.map((email) => ({ email }));
  const asked = { title: 'Hunted', assetIds: assets, guests, durationDays: 7 };
  share = (await mia.post<{ share: ShareView }>('/shares', asked)).share;
  for (const email of GUESTS) secrets.set(`link of ${email}`, tokenIn(await mailTo(vitrine.url, email)));
  await fetch(`${vitrine.url}/guest/${secrets.get(`link of ${GUESTS[0]}`) ?? ''}`);
  rita = await sessionOf('session of Rita', '/guest/session', { token: secrets.get(`link of ${GUESTS[0]}`) });
  await takeOne(mia, 'ticket of Mia', assets[0] ?? '');
  await takeOne(rita, 'ticket of Rita', assets[1] ?? '');
  await until('the hints', async () => (heard.join('').includes(share.id) ? true : null));
  await stopListening();
  const wanted = { name: 'Hunted', scopes: ['read'], durationDays: 1 };
  const { secret } = await mia.post<{ secret: string }>('/tokens', wanted);
  secrets.set('API token of Mia', secret);
  const byToken = { headers: { authorization: `Bearer ${secret}` } };
  expect((await anApiPerson(vitrine.url).fetch('/api/v1/assets', byToken)).status).toBe(200);
  expect((await anApiPerson(vitrine.url).fetch('/api/v1/session', byToken)).status).toBe(403);
};

/** Starts it anew with a mail server that needs a password and does not answer. */
const tryToMailInVain = async (): Promise<void> => {
  const { dataDir, url } = vitrine;
  printed += vitrine.printed();
  await vitrine.interrupt();
  secrets.set('password of the mail server', SMTP_PASSWORD);
  const SMTP_URL = `smtp://vitrine:${SMTP_PASSWORD}@127.0.0.1:${await freePort()}`;
  vitrine = await startVitrineOn(dataDir, { SMTP_URL, LOG_LEVEL: 'trace', PORT: new URL(url).port });
  mia = await sessionOf('second session of Mia', '/session', {
    email: 'mia@demo.test',
    password: DEMO_PASSWORD,
  });
  await mia.post(`/shares/${share.id}/guests`, {
    guests: [{ email: 'vain@gallery.example' }],
    durationDays: 1,
  });
  const log = async () => (await readFiles(dataDir)).get('vitrine.log') ?? '';
  await until('a mail was tried', async () => ((await log()).includes('ECONNREFUSED') ? true : null));
};

beforeAll(async () => {
  vitrine = await startVitrine({ LOG_LEVEL: 'trace' });
  await doTheMainJob();
  await tryToMailInVain();
}, 240_000);
afterAll(() => vitrine.discard());

const findings = (places: ReadonlyMap<string, string>, sought: Secrets = secrets): string[] =>
  [...places].flatMap(([place, text]) => secretsIn(text, sought).map((name) => `${name} in ${place}`));

test('when the whole job was done, then every secret of it is known to the hunt', () => {
  expect([...secrets.keys()].toSorted()).toEqual(
    [
      'API token of Mia',
      'link of olga@gallery.example',
      'link of rita@gallery.example',
      'password',
      'password of the mail server',
      'second session of Mia',
      'session of Mia',
      'session of Rita',
      'ticket of Mia',
      'ticket of Rita',
      'wrong password',
    ].toSorted(),
  );
  for (const [name, secret] of secrets)
    expect({ name, length: secret.length > 15 }).toEqual({ name, length: true });
});

test('no row of any database holds a secret', async () => {
  const rows = await readRows(vitrine.dataDir);
  expect(rows.size).toBeGreaterThan(20);
  expect(findings(rows)).toEqual([]);
});

test('no file but the one for that holds a secret, no log at its most talkative, and a mail only its own link', async () => {
  const files = await readFiles(vitrine.dataDir);
  expect(files.get('vitrine.log')).toContain('"level":"trace"'.slice(0, 8));
  const isMail = (name: string): boolean => name.startsWith('mailbox');
  const mails = [...files].filter(([name]) => isMail(name));
  expect(mails.length).toBeGreaterThanOrEqual(2);
  for (const [name, text] of mails) {
    // A long line of a mail may be folded where it is quoted-printable.
    const inIt = secretsIn(text.replaceAll('=\r\n', ''), secrets);
    expect({ name, inIt }).toEqual({ name, inIt: [expect.stringMatching(/^link of /)] });
  }
  // The password of the demo is printed again at each start, so it is kept: for its owner only, and nowhere else.
  const others = new Map([...files].filter(([name]) => !isMail(name) && name !== 'secrets.json'));
  expect(others.size).toBeGreaterThan(4);
  expect(findings(others)).toEqual([]);
});

test('each line of the log has each of its keys once', async () => {
  const log = (await readFiles(vitrine.dataDir)).get('vitrine.log') ?? '';
  // It runs: a line may be on its way.
  const lines = log.slice(0, log.lastIndexOf('\n')).split('\n');
  expect(lines.filter((line) => JSON.stringify(JSON.parse(line)) !== line)).toEqual([]);
});

test('nothing that was printed, told at signing in, or streamed to the page holds a secret', () => {
  const withoutPassword = new Map([...secrets].filter(([name]) => name !== 'password'));
  expect(heard.join('')).toContain('event: hint');
  expect(findings(new Map([['what was printed', printed + vitrine.printed()]]), withoutPassword)).toEqual([]);
  expect(
    findings(
      new Map([
        ['events', heard.join('')],
        ['answers', told.join('\n')],
      ]),
    ),
  ).toEqual([]);
});

test('no answer to a GET holds a secret, neither for the owner nor for the guest', async () => {
  const ids: Record<string, string> = { id: share.id };
  const paths = publicRoutes()
    .filter(({ method, path }) => method === 'get' && !path.includes(':ticket') && !path.endsWith('/events'))
    .map(({ path }) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? ''));
  const answers = new Map<string, string>();
  for (const [who, person] of Object.entries({ mia, rita }))
    for (const path of [...paths, '/', '/guest/x', '/api/docs', '/metrics', '/readyz'])
      answers.set(`${path} to ${who}`, await (await person.fetch(path)).text());
  expect(answers.size).toBeGreaterThan(20);
  expect(findings(answers)).toEqual([]);
});
