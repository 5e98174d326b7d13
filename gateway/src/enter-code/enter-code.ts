import type { ErrorCode, GuestSessionView, MailLanguage } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Request } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { BeginGuestSession } from '../sessions/begin-guest-session.ts';
import type { SecretCookie } from '../sessions/cookies.ts';

interface Deps {
  guest: GatewayClients['guest'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  begin: BeginGuestSession;
  codeCookieOf: (token: string) => SecretCookie;
}

/** What is answered to codes that open nothing. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['wrong-code', 'code-expired', 'code-void']);

interface EnterCode {
  token: string;
  code: string;
  language?: MailLanguage | undefined;
}

/** Exchanges the code from the mail for a session, in the browser that asked for it by this link. */
export const enterCode =
  ({ guest, limits, addressOf, begin, codeCookieOf }: Deps) =>
  async ({ token, ...entered }: EnterCode, context: GatewayContext): Promise<GuestSessionView> => {
    const codeCookie = codeCookieOf(token);
    const browser = codeCookie.read(context.request);
    if (browser === null) throw new AppError('code-expired');
    const address = addressOf(context.request);
    await limits.beforeCode(address);
    try {
      const view = await begin(await guest.enterCode({ browser, ...entered }, AS_GATEWAY), context);
      codeCookie.clear(context.response);
      return view;
    } catch (error) {
      if (error instanceof AppError && REFUSALS.has(error.code)) await limits.afterWrongCode(address);
      throw error;
    }
  };
