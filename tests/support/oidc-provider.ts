import { generateKeyPairSync } from 'node:crypto';
import { listen } from '@vitrine/platform/http/listen.ts';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import express from 'express';
import Provider from 'oidc-provider';
import type { Configuration, JWK } from 'oidc-provider';
import { memoryStore } from './oidc-store.ts';

/** What the provider says of somebody who signs in there. */
export interface PersonOfProvider {
  email: string;
  email_verified: boolean;
  name?: string;
  domains?: string[];
}

/** A provider of OpenID Connect at which people sign in by a form, and what a portal has to know of it. */
export interface RunningProvider {
  url: string;
  /** By the subject; a test adds whom it likes. */
  people: Map<string, PersonOfProvider>;
  /** The environment of a portal that its people sign in to. */
  settings: Record<string, string>;
  stop: () => Promise<void>;
}

const CLIENT_ID = 'vitrine';
export const CLIENT_SECRET = 'marked-client-secret-of-the-provider';
const SCOPE = 'openid email profile';
const FORM = `<!doctype html><title>Acme sign-in</title><form method="post"><label>Who are you <input name="subject"></label>
<button name="act" value="go">Go on</button><button name="act" value="no">No</button></form>`;

const TTL_SECONDS = 600;

const signingKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig' } as JWK;
};

const configuration = (people: RunningProvider['people'], redirectUri: string): Configuration => ({
  clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'domains'] },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['only-for-tests'] },
  jwks: { keys: [signingKey()] },
  adapter: memoryStore(),
  ttl: {
    Interaction: TTL_SECONDS,
    Grant: TTL_SECONDS,
    Session: TTL_SECONDS,
    AccessToken: TTL_SECONDS,
    IdToken: TTL_SECONDS,
  },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  findAccount: (_context, subject) => {
    const person = people.get(subject);
    return person && { accountId: subject, claims: () => ({ sub: subject, ...person }) };
  },
  // Nobody is asked once more whether the portal may know who they are.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client?.clientId ?? '',
      accountId: oidc.session?.accountId ?? '',
    });
    grant.addOIDCScope(SCOPE);
    await grant.save();
    return grant;
  },
});

const withForm = (provider: Provider) => {
  const app = express();
  app.get('/interaction/:uid', (_request, response) => response.type('html').send(FORM));
  app.post('/interaction/:uid', express.urlencoded(), async (request, response) => {
    const { subject, act } = request.body as { subject: string; act?: string };
    const result =
      act === 'no' ? { error: 'access_denied' } : { login: { accountId: subject, remember: false } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  app.use(provider.callback());
  return app;
};

/** @param portalUrl the address of the portal that it leads back to */
export const startProvider = async (portalUrl: string): Promise<RunningProvider> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const people: RunningProvider['people'] = new Map();
  const provider = new Provider(url, configuration(people, `${portalUrl}/api/v1/session/oidc/callback`));
  const server = await listen(withForm(provider), { host: '127.0.0.1', port });
  return {
    url,
    people,
    settings: {
      OIDC_ISSUER: url,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: CLIENT_SECRET,
      OIDC_ACCOUNT: 'Acme',
      OIDC_NAME: 'Acme',
    },
    stop: () => server.close(0),
  };
};
