import * as client from 'openid-client';
import type { OidcSettings } from '../oidc-config.ts';

/** What a browser that was led to the provider has to bring back. */
export interface AuthorizationRequest {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The provider, as it is asked. */
export interface Provider {
  /** Where the browser is led. Rejects where the provider does not answer. */
  readonly begin: (redirectUri: string) => Promise<{ url: URL; authorization: AuthorizationRequest }>;
  /** What it says of the one who came back at that address. Rejects where anything of it is not in order. */
  readonly complete: (address: URL, authorization: AuthorizationRequest) => Promise<Record<string, unknown>>;
}

const TIMEOUT_SECONDS = 5;

/**
 * A provider of OpenID Connect. What it tells of itself is read when it is first needed, and again until that succeeds:
 * neither the start nor passwords wait for it. State, nonce, PKCE, issuer, audience and signature are checked by
 * openid-client (RFC 6749, 7636, 9207; OpenID Connect Core 3.1.3.7).
 */
export const createProvider = (settings: OidcSettings): Provider => {
  const known: { configuration?: Promise<client.Configuration> | undefined } = {};
  const configuration = (): Promise<client.Configuration> => {
    const reading = (known.configuration ??= discover(settings));
    reading.catch(() => {
      known.configuration = undefined;
    });
    return reading;
  };
  return {
    begin: async (redirectUri) => {
      const authorization = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: authorization.state,
        nonce: authorization.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(authorization.verifier),
        code_challenge_method: 'S256',
      });
      return { url, authorization };
    },
    complete: async (address, { state, nonce, verifier }) => {
      const provider = await configuration();
      const tokens = await client.authorizationCodeGrant(provider, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const hasMore = provider.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasMore
        ? await client.fetchUserInfo(provider, tokens.access_token, String(claims?.sub))
        : {};
      return { ...more, ...claims };
    },
  };
};

const discover = ({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> =>
  client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // Signatures are verified also where TLS vouches for the provider.
      client.enableNonRepudiationChecks,
      // Such an issuer is taken on this machine only.
      ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
    ],
  });
