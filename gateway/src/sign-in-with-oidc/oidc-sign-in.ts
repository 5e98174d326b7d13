import type { SignInProblem } from '@vitrine/contracts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { Request, Response } from 'express';
import type { GatewayClients } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { OidcSettings } from '../oidc-config.ts';
import type { BeginUserSession, BeginUserSessionDeps } from '../sessions/begin-user-session.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { SessionStore } from '../sessions/fail-closed.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';
import type { authorizationRequests } from './authorization-requests.ts';
import type { Provider } from './provider.ts';

/** What signing in with a provider stands on. */
export interface OidcDeps extends BeginUserSessionDeps {
  readonly identity: GatewayClients['identity'];
  readonly limits: AttemptLimits;
  readonly addressOf: (request: Request) => string;
  readonly oidcCookie: SecretCookie;
  readonly store: SessionStore;
  /** What is known of people may change by their signing in. */
  readonly whoActs: Pick<WhoActs, 'changeWith'>;
  readonly publicUrl: URL;
  readonly oidc?: OidcSettings | undefined;
  readonly log: Log;
}

/** What the way to a provider and back stands on, where there is one. */
export interface OidcSignIn extends OidcDeps {
  readonly oidc: OidcSettings;
  readonly provider: Provider;
  readonly requests: ReturnType<typeof authorizationRequests>;
  readonly begin: BeginUserSession;
}

/** Why nobody was signed in, for the sign-in page; the cause is for the log. */
export class SignInStopped extends Error {
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem, cause?: unknown) {
    super(`Signing in with the provider: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** Does it, or leads back to the sign-in page, which says why it came to nothing. */
export const orBackToSignIn = async (
  { log, publicUrl }: Pick<OidcSignIn, 'log' | 'publicUrl'>,
  response: Response,
  work: () => Promise<void>,
): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SignInStopped)) throw error;
    log.warn({ err: error, problem: error.problem }, 'nobody was signed in with the provider');
    response.redirect(303, new URL(`/sign-in?problem=${error.problem}`, publicUrl).href);
  }
};
