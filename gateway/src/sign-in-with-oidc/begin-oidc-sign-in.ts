import { BYTE_ROUTES } from '@vitrine/contracts';
import type { Request, Response } from 'express';
import { REQUEST_SECONDS } from './authorization-requests.ts';
import { returnPath } from './return-path.ts';
import { SignInStopped, type OidcSignIn } from './oidc-sign-in.ts';

/** Leads the browser to the provider, with a secret by which it is known when it comes back. */
export const beginOidcSignIn =
  ({ limits, addressOf, provider, publicUrl, requests, oidcCookie }: OidcSignIn) =>
  async (request: Request, response: Response): Promise<void> => {
    await limits.beforeOidcSignIn(addressOf(request));
    const redirectUri = new URL(BYTE_ROUTES.oidcCallback.path, publicUrl).href;
    const { url, authorization } = await provider.begin(redirectUri).catch((error: unknown) => {
      throw new SignInStopped('unavailable', error);
    });
    const next = returnPath(request.query['next'], publicUrl);
    oidcCookie.write(response, await requests.begin({ ...authorization, next }), REQUEST_SECONDS);
    response.redirect(303, url.href);
  };
