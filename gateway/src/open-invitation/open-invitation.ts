import type { GuestSessionView, MailLanguage } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Request } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { BeginGuestSession } from '../sessions/begin-guest-session.ts';
import type { SecretCookie } from '../sessions/cookies.ts';

/** As long as a code works; whether it does is not decided here. */
const CODE_SECONDS = 10 * 60;

interface Deps {
  guest: GatewayClients['guest'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  begin: BeginGuestSession;
  codeCookieOf: (token: string) => SecretCookie;
}

interface OpenInvitation {
  token: string;
  newCode: boolean;
  language?: MailLanguage | undefined;
}

/**
 * Exchanges the secret of a link for a session of this browser; the secret itself is kept nowhere. Where a code is asked
 * for, it is sent, and this browser is what it works in.
 */
export const openInvitation =
  ({ guest, limits, addressOf, begin, codeCookieOf }: Deps) =>
  async ({ token, newCode, ...read }: OpenInvitation, context: GatewayContext): Promise<GuestSessionView> => {
    const address = addressOf(context.request);
    await limits.beforeLink(address);
    try {
      return await begin(await guest.open({ token, ...read }, AS_GATEWAY), context);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'link-not-valid') await limits.afterWrongLink(address);
      if (error.code !== 'code-required') throw error;
      throw await codeSent({ guest, codeCookieOf }, { token, newCode, ...read }, context);
    }
  };

/** The refusal tells where the code went, as far as its owner knows that address again. */
const codeSent = async (
  { guest, codeCookieOf }: Pick<Deps, 'guest' | 'codeCookieOf'>,
  asked: OpenInvitation,
  { request, response }: GatewayContext,
): Promise<AppError> => {
  const codeCookie = codeCookieOf(asked.token);
  const sent = await guest.sendCode({ ...asked, browser: codeCookie.read(request) }, AS_GATEWAY);
  const { browser, maskedEmail, expiresAt } = sent;
  if (browser !== null) codeCookie.write(response, browser, CODE_SECONDS);
  return new AppError('code-required', { email: maskedEmail, expiresAt });
};
