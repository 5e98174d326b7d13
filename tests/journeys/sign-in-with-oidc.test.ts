import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { ownAddress } from '../support/browser-journey.ts';
import { startVitrine } from '../support/demo.ts';
import { CLIENT_SECRET, type RunningProvider, startProvider } from '../support/oidc-provider.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

interface Session {
  user: { name: string; email: string };
  domains: { name: string }[];
}

const BEGIN = '/api/v1/session/oidc';
let vitrine: RunningVitrine;
let provider: RunningProvider;
beforeAll(async () => {
  const address = await ownAddress();
  provider = await startProvider(address.PUBLIC_URL);
  vitrine = await startVitrine({ ...address, ...provider.settings, LOG_LEVEL: 'trace' });
}, 240_000);
afterAll(async () => {
  await vitrine.discard();
  await provider.stop();
});

const anybody = () => anApiPerson(vitrine.url);
const ledTo = (response: Response): URL => {
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '', vitrine.url);
};
const pathOf = ({ pathname, search }: URL): string => pathname + search;
const problemOf = (url: URL): string | null => {
  expect(url.origin + url.pathname).toBe(`${vitrine.url}/sign-in`);
  return url.searchParams.get('problem');
};

/** What the browser is led back to by the provider, where somebody signs in there. */
const signInThere = async (person: ApiPerson, form: Record<string, string>, begin = BEGIN): Promise<URL> => {
  const there = anApiPerson(provider.url);
  const asked = ledTo(await person.fetch(begin));
  expect(asked.origin).toBe(provider.url);
  const interaction = (await there.fetch(pathOf(asked))).headers.get('location') ?? '';
  const submitted = await there.fetch(interaction, { method: 'POST', body: new URLSearchParams(form) });
  const resumed = new URL(submitted.headers.get('location') ?? '');
  return new URL((await there.fetch(pathOf(resumed))).headers.get('location') ?? '');
};
const signIn = async (person: ApiPerson, subject: string, begin = BEGIN): Promise<URL> =>
  ledTo(await person.fetch(pathOf(await signInThere(person, { subject }, begin))));

test('when somebody signs in at the provider, then they are signed in here, in the domains that it names', async () => {
  provider.people.set('u-1', {
    ...{ email: 'uma@acme.test', email_verified: true, name: 'Uma Fox', domains: ['Brand', 'Elsewhere'] },
  });
  const uma = anybody();
  expect(await uma.get('/session/options')).toEqual({ provider: { name: 'Acme' } });
  expect((await signIn(uma, 'u-1', `${BEGIN}?next=/shares%3Fq=a`)).href).toBe(`${vitrine.url}/shares?q=a`);
  const session = await uma.get<Session>('/session');
  expect(session).toMatchObject({ user: { name: 'Uma Fox', email: 'uma@acme.test' } });
  expect(session.domains.map(({ name }) => name)).toEqual(['Brand']);
  provider.people.get('u-1')!.domains = ['Campaigns'];
  await signIn(uma, 'u-1');
  expect((await uma.get<Session>('/session')).domains.map(({ name }) => name)).toEqual(['Campaigns']);
});

test('when the provider vouches for the address of somebody known, then it is that person, also by password', async () => {
  provider.people.set('m-1', { email: 'mia@demo.test', email_verified: true });
  const mia = anybody();
  await signIn(mia, 'm-1');
  const byPassword = await signedIn(vitrine.url, 'mia@demo.test');
  expect(await mia.get('/session')).toEqual(await byPassword.get('/session'));
});

test('when another site is named to go to afterwards, then the portal is gone to', async () => {
  provider.people.set('n-1', { email: 'noah@demo.test', email_verified: true });
  const { href } = await signIn(anybody(), 'n-1', `${BEGIN}?next=${encodeURIComponent('//evil.test/x')}`);
  expect(href).toBe(`${vitrine.url}/`);
});

test('when an answer of the provider is used twice, or in another browser, then nobody is signed in', async () => {
  const mia = anybody();
  const back = pathOf(await signInThere(mia, { subject: 'm-1' }));
  const planted = anybody();
  expect(problemOf(ledTo(await planted.fetch(back)))).toBe('expired');
  const underway = anybody();
  await underway.fetch(BEGIN);
  expect(problemOf(ledTo(await underway.fetch(back)))).toBe('refused');
  expect(ledTo(await mia.fetch(back)).pathname).toBe('/');
  expect(problemOf(ledTo(await mia.fetch(back)))).toBe('expired');
  for (const person of [planted, underway])
    expect((await person.request('GET', '/session')).status).toBe(401);
});

test.each([
  ['the state', 'state', 'x'.repeat(43)],
  ['the code', 'code', 'x'.repeat(43)],
  ['the issuer', 'iss', 'https://evil.test'],
])('when %s of an answer is another, then nobody is signed in', async (_what, name, value) => {
  const mia = anybody();
  const back = await signInThere(mia, { subject: 'm-1' });
  back.searchParams.set(name, value);
  expect(problemOf(ledTo(await mia.fetch(pathOf(back))))).toBe('refused');
  expect((await mia.request('GET', '/session')).status).toBe(401);
});

test('when the provider lets nobody in, or does not vouch for the address, then neither do we', async () => {
  provider.people.set('p-1', { email: 'mia@demo.test', email_verified: false });
  const mia = anybody();
  const declined = await signInThere(mia, { subject: 'm-1', act: 'no' });
  expect(problemOf(ledTo(await mia.fetch(pathOf(declined))))).toBe('refused');
  expect(problemOf(await signIn(mia, 'p-1'))).toBe('refused');
  expect((await mia.request('GET', '/session')).status).toBe(401);
});

test('when a session was planted before, then it is over once somebody signs in at the provider', async () => {
  const mia = await signedIn(vitrine.url, 'mia@demo.test');
  const planted = mia.cookie();
  await signIn(mia, 'm-1');
  expect(mia.cookie()).not.toBe(planted);
  const { status } = await fetch(`${vitrine.url}/api/v1/session`, { headers: { cookie: planted } });
  expect(status).toBe(401);
});

test('when people sign in at the provider, then the log has no code, state or secret of it', async () => {
  const mia = anybody();
  const back = await signInThere(mia, { subject: 'm-1' });
  await mia.fetch(pathOf(back));
  const wrong = await signInThere(mia, { subject: 'm-1' });
  wrong.searchParams.set('state', 'a-marked-state-that-is-wrong');
  await mia.fetch(pathOf(wrong));
  const log = await until('it is logged', async () => {
    const text = await readFile(path.join(vitrine.dataDir, 'vitrine.log'), 'utf8');
    return text.includes('"problem":"refused"') && text.split('/session/oidc/callback').length > 2
      ? text
      : null;
  });
  const secrets = [back, wrong].flatMap(({ searchParams }) => [
    searchParams.get('code'),
    searchParams.get('state'),
  ]);
  for (const secret of [...secrets, CLIENT_SECRET]) expect(log).not.toContain(secret);
});

test('when the provider does not answer, then the page says so, and passwords open as before', async () => {
  const mia = anybody();
  const back = await signInThere(mia, { subject: 'm-1' });
  await provider.stop();
  expect(problemOf(ledTo(await mia.fetch(pathOf(back))))).toBe('unavailable');
  await signedIn(vitrine.url, 'mia@demo.test');
});
