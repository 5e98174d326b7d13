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
  codeCookie: SecretCookie;
}

/** What is answered to codes that open nothing. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['wrong-code', 'code-expired', 'code-void']);

interface EnterCode {
  code: string;
  language?: MailLanguage | undefined;
}

/** Exchanges the code from the mail for a session, in the browser that it was sent for. */
export const enterCode =
  ({ guest, limits, addressOf, begin, codeCookie }: Deps) =>
  async (entered: EnterCode, context: GatewayContext): Promise<GuestSessionView> => {
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
