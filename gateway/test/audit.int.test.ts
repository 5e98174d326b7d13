import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

/** What was told since; a request is told once its answer is over. */
const told = async (count: number) => {
  await eventually(() => {
    expect(gateway.audited.length).toBeGreaterThanOrEqual(count);
  });
  return gateway.audited.splice(0).map(({ data }) => data);
};

test('when somebody signs in, fails to, and signs out, then each is told, and of unknown addresses nothing', async () => {
  const { userId, email, account, name } = aPerson(gateway);
  const browser = gateway.browser();
  const who = { accountId: account.id, userId, actorName: name, address: '127.0.0.1' };
  const password = 'not the secret';
  await browser.ask('POST', '/api/v1/session', { email: 'my password', password });
  await browser.ask('POST', '/api/v1/session', { email, password });
  expect(await told(1)).toEqual([
    expect.objectContaining({ ...who, act: 'POST /api/v1/session', status: 401 }),
  ]);
  await browser.ask('POST', '/api/v1/session', { email, password: 'secret' });
  await browser.ask('GET', '/api/v1/session');
  await browser.ask('DELETE', '/api/v1/session');
  expect(await told(2)).toEqual([
    expect.objectContaining({ ...who, act: 'POST /api/v1/session', status: 201 }),
    expect.objectContaining({ ...who, act: 'DELETE /api/v1/session', status: 204 }),
  ]);
});

test('when a person asks a service, then it is told of what, and nothing of what was said', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  await told(1);
  const [shareId, invitationId] = [newId(), newId()];
  const path = `/api/v1/shares/${shareId}/guests/${invitationId}`;
  await browser.ask('DELETE', `${path}?note=marked`, undefined, { 'user-agent': 'curl/8.5.0 marked' });
  await browser.ask('GET', `/d/${'t'.repeat(43)}`);
  await browser.ask('GET', '/api/v1/shares');
  const tellings = await told(2);
  expect(tellings).toMatchObject([
    { act: 'DELETE /api/v1/shares/:id/guests/:guestId', shareId, invitationId, browser: 'curl' },
    { act: 'GET /d/:ticket', shareId: null },
  ]);
  expect(JSON.stringify(tellings)).not.toMatch(/marked|tttt/);
});

test('when nobody known asks, then nothing is told', async () => {
  await gateway.browser().ask('POST', '/api/v1/shares', {});
  await gateway.browser().ask('DELETE', '/api/v1/session');
  const browser = await signedIn(gateway, aPerson(gateway));
  await browser.ask('POST', '/api/v1/downloads', {});
  expect(await told(2)).toMatchObject([{ act: 'POST /api/v1/session' }, { act: 'POST /api/v1/downloads' }]);
});
