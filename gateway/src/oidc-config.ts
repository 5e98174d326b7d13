import * as z from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A provider of OpenID Connect beside passwords; all of the first four or none. */
export const oidcConfig = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'has to be an address like https://login.example.com' })
    .refine(
      (url) => url.startsWith('https:') || LOOPBACK.has(new URL(url).hostname),
      'has to begin with https, but on this machine itself',
    )
    .optional()
    .describe('A provider of OpenID Connect, by its issuer. Unset: people sign in by passwords only.'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('Who we are to the provider.'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('What proves that. A secret.'),
  OIDC_ACCOUNT: z.string().min(1).optional().describe('The name of the account whose people it knows.'),
  OIDC_NAME: z
    .string()
    .min(1)
    .max(60)
    .default('your company')
    .describe('What the provider is called on the sign-in page: Sign in with …'),
  OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\w:.-]+)*$/, 'has to begin with openid, and to name others behind spaces')
    .default('openid email profile')
    .describe('What the provider is asked for; some need a scope of their own for the claim of domains.'),
  OIDC_DOMAINS_CLAIM: z
    .string()
    .min(1)
    .default('domains')
    .describe('The claim that lists the names of the domains that a person belongs to.'),
};

const TOGETHER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ACCOUNT'] as const;

type Configured = { readonly [Name in (typeof TOGETHER)[number]]?: string | undefined } & {
  readonly OIDC_NAME: string;
  readonly OIDC_SCOPE: string;
  readonly OIDC_DOMAINS_CLAIM: string;
};

/** A provider as it is configured. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly account: string;
  readonly name: string;
  readonly scope: string;
  readonly domainsClaim: string;
}

/** Adds an issue for each that is missing where another one is set. */
export const demandOidcConfig = (config: Configured, context: z.RefinementCtx): void => {
  const set = TOGETHER.find((name) => config[name] !== undefined);
  if (set === undefined) return;
  for (const name of TOGETHER)
    if (config[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: `has to be set where ${set} is` });
};

/** Undefined where there is no provider. */
export const oidcOf = (config: Configured): OidcSettings | undefined => {
  const [issuer, clientId, clientSecret, account] = TOGETHER.map((name) => config[name]);
  if (!issuer || !clientId || !clientSecret || !account) return undefined;
  const { OIDC_NAME: name, OIDC_SCOPE: scope, OIDC_DOMAINS_CLAIM: domainsClaim } = config;
  return { issuer, clientId, clientSecret, account, name, scope, domainsClaim };
};
