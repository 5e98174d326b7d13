import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GuestOpenedV1, UserUpdatedV1 } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { type Audit, aTrace, anAdministrator, answered, openAudit, shared } from './testing/open-audit.ts';

let audit: Audit;

beforeAll(async () => {
  audit = await openAudit();
});
afterAll(() => audit.close());

test('when an act is told by an event, then it is one line, with where its request came from', async () => {
  const ada = anAdministrator();
  const [trace, shareId] = [aTrace(), newId()];
  await audit.tell(
    shared(ada, shareId, 'Autumn', trace),
    answered(ada, { act: 'POST /api/v1/shares' }, trace),
    answered(ada, {}),
  );
  const { items } = await audit.list(ada);
  expect(items).toMatchObject([
    { act: 'POST /api/v1/session', actor: 'Ada', outcome: 'done', status: 201, address: '192.0.2.7' },
    {
      ...{ act: 'share.created', actor: 'Ada', about: 'Autumn', shareId, assetCount: 1, outcome: 'done' },
      ...{ status: 201, address: '192.0.2.7', browser: 'Firefox', system: 'Linux' },
    },
  ]);
});

test('when a user changed, then the line says by which act, where one is known', async () => {
  const ada = anAdministrator();
  const { userId, accountId, name, email, isAdministrator, domainIds } = ada;
  const data = {
    userId,
    accountId,
    version: 2,
    email,
    name,
    isAdministrator,
    domainIds,
    language: 'en' as const,
  };
  const changed = (traceparent: string) =>
    aCloudEvent(UserUpdatedV1, { subject: userId, data }, { traceparent });
  const [language, password] = [aTrace(), aTrace()];
  await audit.tell(
    changed(aTrace()),
    ...[changed(language), answered(ada, { act: 'PUT /api/v1/session/language', status: 204 }, language)],
    ...[changed(password), answered(ada, { act: 'PUT /api/v1/session/password', status: 204 }, password)],
  );
  const { items } = await audit.list(ada);
  expect(items).toMatchObject([
    { act: 'PUT /api/v1/session/password', actor: 'Ada', about: 'Ada' },
    { act: 'PUT /api/v1/session/language', actor: 'Ada', about: 'Ada' },
    { act: 'user.updated', actor: null, about: 'Ada' },
  ]);
  expect((await audit.list(ada, { q: 'session/password' })).items).toEqual([items[0]]);
});

test('when something was refused, then it is a line of its own, found by its outcome', async () => {
  const ada = anAdministrator();
  const shareId = newId();
  await audit.tell(
    shared(ada, shareId, 'Autumn'),
    answered(ada, { act: 'DELETE /api/v1/shares/:id', status: 404, shareId }),
    answered(ada, { act: 'GET /d/:ticket', status: 206 }),
  );
  const refused = await audit.list(ada, { outcome: 'refused' });
  expect(refused.items).toMatchObject([
    { act: 'DELETE /api/v1/shares/:id', outcome: 'refused', status: 404, about: 'Autumn', shareId },
  ]);
  expect((await audit.list(ada, { outcome: 'done' })).items.map(({ act }) => act)).toEqual(['share.created']);
});

test('when a guest acts, then the line is in the account of the share, under the address of the guest', async () => {
  const ada = anAdministrator();
  const [shareId, invitationId, email] = [newId(), newId(), 'lena@agency.example'];
  const guest = {
    ...{ invitationId, shareId, accountId: ada.accountId, version: 2, kind: 'external' as const },
    ...{ userId: null, email, expiresAt: '2026-12-01T00:00:00.000Z', actorId: null, actorName: null },
  };
  await audit.tell(
    shared(ada, shareId, 'Autumn'),
    aCloudEvent(GuestOpenedV1, { subject: invitationId, data: guest }),
  );
  const telling = { accountId: null, userId: null, actorName: null, shareId, invitationId, isGuest: true };
  await audit.tell(answered(ada, { ...telling, act: 'POST /api/v1/downloads', status: 409 }));
  expect((await audit.list(ada, { q: 'LENA agency' })).items).toMatchObject([
    { act: 'POST /api/v1/downloads', actor: email, guest: email, about: 'Autumn', status: 409 },
    { act: 'guest.opened', actor: email },
  ]);
  expect((await audit.list(ada, { q: 'lena%' })).items).toEqual([]);
});

test('when somebody of another account asks a share for something, then the line tells nothing of the share', async () => {
  const [ada, eve] = [anAdministrator(), anAdministrator()];
  const shareId = newId();
  await audit.tell(shared(ada, shareId, 'Autumn'), answered(eve, { status: 404, shareId }));
  expect((await audit.list(eve)).items).toMatchObject([{ about: null, status: 404 }]);
  expect((await audit.list(ada)).items).toHaveLength(1);
});

test('when there are many lines, then they come page by page, each once, and all of them as CSV', async () => {
  const ada = { ...anAdministrator(), name: '=HYPERLINK("http://evil.test")' };
  const events = Array.from({ length: 7 }, () => answered(ada, {}));
  await audit.tell(...events);
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await audit.list(ada, { limit: 3, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  const response = await audit.csv(ada);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const lines = (await response.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(8);
  expect(lines[0]).toContain('"Time (UTC)","Act","Outcome"');
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
  const later = await (await audit.csv(ada, `?from=${encodeURIComponent('2100-01-01T00:00:00Z')}`)).text();
  expect(later.trimEnd().split('\r\n')).toHaveLength(1);
});

test('when somebody is no administrator, or asks for nonsense, then there is no audit', async () => {
  const mia = { ...anAdministrator(), isAdministrator: false };
  await expect(audit.list(mia)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(audit.list({ kind: 'anonymous' })).rejects.toMatchObject({ code: 'not-signed-in' });
  expect((await audit.csv(mia)).status).toBe(403);
  expect((await audit.csv({ kind: 'anonymous' })).status).toBe(401);
  const ada = anAdministrator();
  for (const query of ['?from=yesterday', '?from=0000-01-01T00:00:00Z'])
    expect((await audit.csv(ada, query)).status).toBe(400);
  await expect(audit.list(ada, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-request' });
});
