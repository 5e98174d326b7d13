import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import * as z from 'zod';
import type { SessionStore } from '../sessions/fail-closed.ts';
import { readJson } from '../sessions/read-json.ts';

const KeptRequest = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
});
export type KeptRequest = z.infer<typeof KeptRequest>;

/** Long enough to find one's password and a second factor. */
export const REQUEST_SECONDS = 10 * 60;

/** Browsers that are on their way to a provider and back, each under the hash of a secret that only it holds. */
export const authorizationRequests = (store: SessionStore) => ({
  begin: async (authorization: KeptRequest): Promise<string> => {
    const secret = newSecret();
    await store.set(keyOf(secret), JSON.stringify(authorization), { ttlSeconds: REQUEST_SECONDS });
    return secret;
  },
  /** Once only; null where there is none. */
  end: async (secret: string): Promise<KeptRequest | null> => {
    const authorization = readJson(KeptRequest, await store.get(keyOf(secret)));
    await store.delete(keyOf(secret));
    return authorization;
  },
});

const keyOf = (secret: string): string => `oidc-authorization:${hashOfSecret(secret)}`;
