import { afterEach, expect, test } from '@jest/globals';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import { type Gateway, runGateway } from './testing/running-gateway.ts';

const BEGIN = '/api/v1/session/oidc';
const CALLBACK = '/api/v1/session/oidc/callback';

let gateway: Gateway;
afterEach(() => gateway.stop());

/** With a provider that does not answer. */
const withProvider = async (): Promise<void> => {
  gateway = await runGateway({
    oidc: {
      issuer: `http://127.0.0.1:${await freePort()}`,
      clientId: 'vitrine',
      clientSecret: 'secret',
      account: 'Acme',
      name: 'Acme',
      scope: 'openid',
      domainsClaim: 'domains',
    },
  });
};
const goTo = async (path: string) => {
  const { status, headers } = await gateway.browser().ask('GET', path);
  return { status, location: headers.get('location') };
};

test('when there is no provider, then none is named and there are no such routes', async () => {
  gateway = await runGateway();
  const { body } = await gateway.browser().ask('GET', '/api/v1/session/options');
  expect(body).toEqual({ provider: null });
  expect((await goTo(BEGIN)).status).toBe(404);
  expect((await goTo(CALLBACK)).status).toBe(404);
});

test('when the provider does not answer, then the sign-in page says so', async () => {
  await withProvider();
  const location = 'http://localhost:8080/sign-in?problem=unavailable';
  expect(await goTo(BEGIN)).toEqual({ status: 303, location });
});

test('when a browser comes back that never left, then nobody is signed in', async () => {
  await withProvider();
  const location = 'http://localhost:8080/sign-in?problem=expired';
  for (const query of ['', '?code=a&state=b', '?error=access_denied', '?code=%00&code=2'])
    expect(await goTo(CALLBACK + query)).toEqual({ status: 303, location });
});

test('when answers are guessed from one address, then soon none is looked at, until a minute has passed', async () => {
  await withProvider();
  for (let time = 0; time < 300; time += 1) expect((await goTo(CALLBACK)).status).toBe(303);
  expect((await goTo(CALLBACK)).status).toBe(429);
  expect((await goTo(BEGIN)).status).toBe(429);
  gateway.passSeconds(61);
  expect((await goTo(CALLBACK)).status).toBe(303);
});
