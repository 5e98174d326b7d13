import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApiPerson } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { publicRoutes } from '../../gateway/src/upstreams/public-routes.ts';
import { type Cast, ROLES, type Role, STRANGERS, addPeople, guestAt, newSessionOf } from './cast.ts';
import { POLICY, type PolicyLine, titleOf } from './policy.ts';
import { ask } from './requests.ts';
import {
  MARKS,
  type Things,
  freshAsset,
  freshGuest,
  freshShare,
  freshToken,
  freshUpload,
  guestSessionOf,
  makeThings,
  ownSessionOf,
  unknownThings,
} from './things.ts';
import { readWhole } from './whole-answer.ts';

let vitrine: RunningVitrine;
let cast: Cast;
let things: Things;

beforeAll(async () => {
  vitrine = await startVitrine();
  await addPeople(vitrine);
  const { url } = vitrine;
  const people = await newPeople(url);
  const made = await makeThings(url, people);
  things = made.things;
  cast = { ...people, ...made.guests };
}, 240_000);
afterAll(() => vitrine.discard());

const newPeople = async (url: string): Promise<Cast> => {
  const people = await Promise.all(ROLES.map(async (role) => [role, await newSessionOf(url, role)] as const));
  return Object.fromEntries(people) as Cast;
};

/** What is used up by being allowed is made anew for each who may. */
const usedUp: Record<string, () => Promise<Partial<Things>>> = {
  'DELETE /api/v1/assets/:id': async () => ({ assetId: await freshAsset(cast.owner, things.domainId) }),
  'PATCH /api/v1/uploads/:id': async () => ({ uploadId: await freshUpload(cast.owner, things.domainId) }),
  'DELETE /api/v1/uploads/:id': async () => ({ uploadId: await freshUpload(cast.owner, things.domainId) }),
  'DELETE /api/v1/sessions/:id': async () => ({
    sessionId: await ownSessionOf(await newSessionOf(vitrine.url, 'owner')),
  }),
  'DELETE /api/v1/tokens/:id': async () => ({ tokenId: await freshToken(cast.owner) }),
  'DELETE /api/v1/shares/:id': async () => ({ shareId: await freshShare(cast.owner, things.assetId) }),
  'POST /api/v1/shares/:id/assets/remove': async () => ({
    shareId: await freshShare(cast.owner, things.assetId),
  }),
  'POST /api/v1/shares/:id/guests/:guestId/resend': async () => ({
    guestId: await freshGuest(cast.owner, things.shareId),
  }),
  'DELETE /api/v1/shares/:id/guests/:guestId/sessions/:sessionId': async () => {
    await guestAt(vitrine.url, MARKS.guest);
    return { guestSessionId: await guestSessionOf(cast.owner, things) };
  },
  'DELETE /api/v1/shares/:id/guests/:guestId': async () => ({
    guestId: await freshGuest(cast.owner, things.shareId),
  }),
};

/** What ends or begins a session is tried with one of its own. */
const changesSession = ({ method, path }: PolicyLine): boolean =>
  method !== 'GET' && /\/(sessions?|end-others)$/.test(path);

/** It ends those of the cast too, who sign in again. */
const endsAllSessions = ({ method, path }: PolicyLine): boolean =>
  method !== 'GET' && /\/(sessions|end-others)$/.test(path);

const askerOf = (line: PolicyLine, role: Role): Promise<ApiPerson> | ApiPerson =>
  changesSession(line) ? newSessionOf(vitrine.url, role) : cast[role];

const answerTo = async (line: PolicyLine, role: Role) => {
  const isAllowed = line.answers[role] < 400;
  const instead = isAllowed ? await usedUp[titleOf(line)]?.() : undefined;
  return readWhole(await ask(await askerOf(line, role), line, { ...things, ...instead }));
};

test('every route of the gateway and of the OpenAPI document has a line in the policy', async () => {
  const listed = new Set(POLICY.map(({ method, path }) => `${method} ${path}`));
  const ofGateway = publicRoutes().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const { paths } = (await (await fetch(`${vitrine.url}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const ofDocument = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ),
  );
  expect(ofGateway.length).toBeGreaterThan(30);
  expect([...new Set([...ofGateway, ...ofDocument])].filter((route) => !listed.has(route))).toEqual([]);
});

/** What is found in no answer to a stranger. */
const marks = (): string[] => {
  const { shareId, guestId, token, ticket, guestTicket } = things;
  return [...Object.values(MARKS), shareId, guestId, token, ticket, guestTicket];
};

/** What opens to whoever holds its secret. */
const isOpenByItself = ({ path }: PolicyLine): boolean => /:token|:ticket/.test(path);

test.each(POLICY.map((line) => [titleOf(line), line] as const))('%s', async (_, line) => {
  const answers = await Promise.all(ROLES.map(async (role) => [role, await answerTo(line, role)] as const));
  expect(Object.fromEntries(answers.map(([role, { status }]) => [role, status]))).toEqual(line.answers);
  const refused = answers.filter(([role]) => [401, 403, 404].includes(line.answers[role]));
  for (const [role, answer] of refused) {
    const toUnknown = await readWhole(await ask(await askerOf(line, role), line, unknownThings()));
    expect({ role, ...answer }).toEqual({ role, ...toUnknown });
  }
  if (line.method === 'GET' && !isOpenByItself(line))
    for (const [role, { text }] of answers.filter(([each]) => STRANGERS.includes(each)))
      expect({ role, found: marks().filter((mark) => text.includes(mark)) }).toEqual({ role, found: [] });
  const { guest, 'guest of another': other } = cast;
  if (endsAllSessions(line)) cast = { ...(await newPeople(vitrine.url)), guest, 'guest of another': other };
});

test('when the share was asked for by everybody in every way, then it is as it was', async () => {
  const share = await cast.owner.get<{ title: string; enabled: boolean }>(`/shares/${things.shareId}`);
  expect(share).toMatchObject({ title: MARKS.title, enabled: true, assetCount: 1 });
  const { items } = await cast.owner.get<{ items: { email: string }[] }>(`/shares/${things.shareId}/guests`);
  expect(items.map(({ email }) => email)).toEqual(expect.arrayContaining([MARKS.guest, 'petra@demo.test']));
});
