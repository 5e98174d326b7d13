import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ERROR_CODES, type ShareView } from '@vitrine/contracts';
import fc from 'fast-check';
import { signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { DEMO_PASSWORD, type RunningVitrine } from '../support/running-vitrine.ts';
import { type ApiDocument, type GeneratedRequest, requestsTo } from './generated-request.ts';
import { cookieOf } from './raw-request.ts';

/** 10,000 in the long form: `npm run test:abuse`. */
const COUNT = Number(process.env['ABUSE_REQUESTS'] ?? 1_500);
const SEED = Number(process.env['ABUSE_SEED'] ?? Date.now() % 1_000_000);
const AT_A_TIME = 4;
const LIMIT_MS = 60_000 + COUNT * 100;

let vitrine: RunningVitrine;
let document: ApiDocument;
let ids: string[];
let cookies: string[];

beforeAll(async () => {
  vitrine = await startVitrine();
  const { url } = vitrine;
  document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as ApiDocument;
  const mia = await signedIn(url, 'mia@demo.test');
  const assets = (await fitAssetsOf(mia)).slice(0, 12);
  const guests = [{ email: 'rita@gallery.example' }];
  const made = await Promise.all(
    assets
      .slice(0, 4)
      .map(({ id }) =>
        mia.post<{ share: ShareView }>('/shares', { title: 'Any', assetIds: [id], guests, durationDays: 7 }),
      ),
  );
  const token = tokenIn(await mailTo(url, 'rita@gallery.example'));
  ids = [...assets.map(({ id }) => id), ...made.map(({ share }) => share.id)];
  cookies = ['', await cookieOf(url, '/guest/session', { token })];
  for (const email of ['mia@demo.test', 'admin@demo.test'])
    cookies.push(await cookieOf(url, '/session', { email, password: DEMO_PASSWORD }));
}, 180_000);
afterAll(() => vitrine.discard());

/**
 * Whoever signs out at random is somebody else for the rest of the run: so only those without a session do. And no
 * administrator switches shares off or forbids guests, without which most of the routes would say no more than that.
 */
const cookieFor = ({ method, route }: GeneratedRequest, index: number): string => {
  if (method === 'DELETE' && /\/sessions?$/.test(route)) return '';
  const choice = /\/admin\/(?:features|(?:.*\/)?policy)$/.test(route) ? cookies.slice(0, -1) : cookies;
  return choice[index % choice.length] ?? '';
};

const CODES = new Set<unknown>(Object.keys(ERROR_CODES));

const isProblem = (text: string): boolean => {
  try {
    return CODES.has((JSON.parse(text) as { code?: unknown }).code);
  } catch {
    return false;
  }
};

const send = (asked: GeneratedRequest, index: number): Promise<Response> => {
  const { method, path, headers, body } = asked;
  return fetch(`${vitrine.url}${path}`, {
    method,
    headers: { cookie: cookieFor(asked, index), ...headers },
    redirect: 'manual',
    ...(body !== undefined && method !== 'GET' && method !== 'HEAD' && { body }),
  });
};

const isInDocument = ({ route, method }: GeneratedRequest, status: number): boolean =>
  status >= 300 || String(status) in (document.paths[route]?.[method.toLowerCase()]?.responses ?? {});

/** What is wrong with the answer to a request; null where nothing is. */
const faultOf = async (asked: GeneratedRequest, index: number): Promise<string | null> => {
  const response = await send(asked, index);
  const { status } = response;
  if (status < 400) {
    await response.body?.cancel();
    return isInDocument(asked, status) ? null : `${status} is not in the document`;
  }
  const text = await response.text();
  if (status >= 500) return `${status} ${text}`;
  return asked.method === 'HEAD' || isProblem(text)
    ? null
    : `${status} without a sentence: ${text.slice(0, 200)}`;
};

test(
  'when anything at all is asked, then it is answered by what the document says or a problem, and never by 5xx',
  async () => {
    const requests = fc.sample(requestsTo(document, ids), { numRuns: COUNT, seed: SEED });
    const statuses: unknown[] = [];
    const work = async (from: number): Promise<void> => {
      for (let index = from; index < requests.length; index += AT_A_TIME) {
        const asked = requests[index];
        const fault = asked && (await faultOf(asked, index));
        if (fault) statuses.push({ seed: SEED, fault, asked, cookie: index % cookies.length });
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, (_, from) => work(from)));
    expect(statuses.slice(0, 5)).toEqual([]);
    expect((await fetch(`${vitrine.url}/readyz`)).status).toBe(200);
  },
  LIMIT_MS,
);

const references = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target = '']) => target);

const at = (root: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root);

test('the document says what it says about itself: references lead somewhere, paths name their parameters, ids are unique', () => {
  for (const reference of new Set(references(document)))
    expect({ reference, to: at(document, reference) }).toMatchObject({ to: expect.anything() });
  const operations = Object.entries(document.paths).flatMap(([route, each]) =>
    Object.values(each).map((operation) => ({ route, operation })),
  );
  expect(operations.length).toBeGreaterThan(30);
  for (const { route, operation } of operations) {
    const named = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const told = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name);
    expect({ route, told: told.toSorted() }).toEqual({ route, told: named.toSorted() });
  }
  const operationIds = operations.map(({ operation }) => (operation as { operationId?: string }).operationId);
  expect(new Set(operationIds).size).toBe(operations.length);
});
