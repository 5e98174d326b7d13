import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GuestForgottenV1, GuestMailFailedV1, GuestOpenedV1 } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { type Audit, anAdministrator, answered, openAudit, shared } from './testing/open-audit.ts';

let audit: Audit;

beforeAll(async () => {
  audit = await openAudit();
});
afterAll(() => audit.close());

test('when something was written, then nothing changes, deletes or empties it', async () => {
  const ada = anAdministrator();
  await audit.tell(answered(ada, {}));
  for (const statement of [
    `UPDATE logged_event SET actor = 'nobody'`,
    'DELETE FROM logged_event',
    'TRUNCATE logged_event',
  ])
    await expect(audit.database.sql.query(statement)).rejects.toThrow('only added to');
  expect((await audit.list(ada)).items).toHaveLength(1);
});

test('when a guest is forgotten, then the log says what happened and names that guest nowhere', async () => {
  const ada = anAdministrator();
  const [shareId, invitationId, email] = [newId(), newId(), 'marked@agency.example'];
  const facts = { invitationId, shareId, accountId: ada.accountId, version: 2 };
  const guest = {
    ...{ ...facts, kind: 'external' as const, userId: null, email },
    ...{ expiresAt: '2026-12-01T00:00:00.000Z', actorId: null, actorName: null },
  };
  const telling = { accountId: null, userId: null, actorName: null, shareId, invitationId, isGuest: true };
  await audit.tell(
    shared(ada, shareId, 'Autumn'),
    aCloudEvent(GuestMailFailedV1, { subject: invitationId, data: { ...guest, reason: `no ${email}` } }),
    aCloudEvent(GuestOpenedV1, { subject: invitationId, data: guest }),
    answered(ada, { ...telling, act: 'POST /api/v1/downloads', status: 409, address: '192.0.2.99' }),
    aCloudEvent(GuestForgottenV1, { subject: invitationId, data: facts }),
  );
  const { items } = await audit.list(ada);
  expect(items.map(({ act, actor, guest: whom }) => [act, actor, whom])).toEqual([
    ['guest.forgotten', null, ''],
    ['POST /api/v1/downloads', '', ''],
    ['guest.opened', '', ''],
    ['guest.mail-failed', null, ''],
    ['share.created', 'Ada', null],
  ]);
  const rows = await audit.database.sql.query('SELECT * FROM logged_event WHERE share_id = $1', [shareId]);
  expect(rows).toHaveLength(5);
  expect(JSON.stringify(rows)).not.toMatch(/marked|192\.0\.2\.99/);
});

test('when a later version has added a column, then what this one writes has its default there, and each event once', async () => {
  const ada = anAdministrator();
  const event = shared(ada, newId(), 'Autumn');
  await audit.database.sql.query(`ALTER TABLE logged_event ADD COLUMN later text NOT NULL DEFAULT 'unknown'`);
  await audit.tell(event, event);
  await audit.tell(event);
  const rows = await audit.database.sql.query('SELECT later FROM logged_event WHERE id = $1', [event.id]);
  expect(rows).toEqual([{ later: 'unknown' }]);
});
