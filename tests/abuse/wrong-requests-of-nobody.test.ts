import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BYTE_ROUTES } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { POLICY, type PolicyLine } from './policy.ts';

let vitrine: RunningVitrine;
let nobody: ApiPerson;
let mia: ApiPerson;

beforeAll(async () => {
  vitrine = await startVitrine();
  nobody = anApiPerson(vitrine.url);
  mia = await signedIn(vitrine.url, 'mia@demo.test');
}, 120_000);
afterAll(() => vitrine.discard());

const ID = '0198f0a0-0000-7000-8000-000000000001';

const isOfBytes = ({ method, path }: PolicyLine): boolean =>
  Object.values(BYTE_ROUTES).some((route) => route.method === method.toLowerCase() && route.path === path);

/** The routes whose request has a body of JSON and that are for somebody. */
const ROUTES = new Set(
  POLICY.filter((line) => /^P/.test(line.method) && line.answers.nobody === 401 && line.variant === '')
    .filter((line) => !isOfBytes(line))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ID)}`),
);

const WRONG = [{ nonsense: true }, { assetIds: 7, title: [], language: 'xx', email: {} }];

const statusOf = async (person: ApiPerson, route: string, body: unknown): Promise<number> => {
  const [method = '', address = ''] = route.split(' ');
  const headers = { 'content-type': 'application/json' };
  return (await person.fetch(address, { method, headers, body: JSON.stringify(body) })).status;
};

test.each([...ROUTES])(
  'when nobody says nonsense to %s, then it is told that one has to sign in',
  async (route) => {
    for (const body of WRONG)
      expect({ body, status: await statusOf(nobody, route, body) }).toEqual({ body, status: 401 });
  },
);

test.each([
  'POST /api/v1/downloads',
  'POST /api/v1/shares',
  'PUT /api/v1/session/language',
  'PUT /api/v1/session/password',
])('when somebody says nonsense to %s, then it is told that it is wrong', async (route) => {
  for (const body of WRONG)
    expect({ body, status: await statusOf(mia, route, body) }).toEqual({ body, status: 400 });
});

test('when a list is asked for in a wrong way by nobody, then it is told that one has to sign in', async () => {
  for (const query of ['limit=9999', 'limit=x', 'sort=nonsense'])
    expect((await nobody.fetch(`/api/v1/assets?${query}`)).status).toBe(401);
});
