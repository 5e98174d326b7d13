import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Request, Response } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { Proven } from '../sessions/begin-user-session.ts';
import { claimedPerson } from './claimed-person.ts';
import type { KeptRequest } from './authorization-requests.ts';
import { SignInStopped, type OidcSignIn } from './oidc-sign-in.ts';

/**
 * Signs in whom the provider vouches for, in the browser that left for it and no other: an answer that was planted in
 * another one, or comes a second time, finds no authorization that it belongs to.
 */
export const completeOidcSignIn =
  (flow: OidcSignIn) =>
  async (request: Request, response: Response): Promise<void> => {
    const { limits, addressOf, begin, publicUrl } = flow;
    await limits.beforeOidcSignIn(addressOf(request));
    const authorization = await requestOf(flow, request, response);
    const claims = await flow.provider
      .complete(new URL(request.originalUrl, publicUrl), authorization)
      .catch((error: unknown) => {
        throw new SignInStopped(isUnanswered(error) ? 'unavailable' : 'refused', error);
      });
    flow.whoActs.changeWith(response);
    const proven = await provenBy(flow, claims);
    await begin(proven, { request, response });
    response.redirect(303, new URL(authorization.next, publicUrl).href);
  };

const requestOf = async (
  { oidcCookie, requests }: OidcSignIn,
  request: Request,
  response: Response,
): Promise<KeptRequest> => {
  const secret = oidcCookie.read(request);
  const authorization = secret === null ? null : await requests.end(secret);
  oidcCookie.clear(response);
  if (authorization === null) throw new SignInStopped('expired');
  return authorization;
};

const provenBy = async (
  { identity, oidc, log }: OidcSignIn,
  claims: Record<string, unknown>,
): Promise<Proven> => {
  const person = claimedPerson(claims, oidc.domainsClaim);
  const subject = typeof claims['sub'] === 'string' ? claims['sub'] : '';
  const issuer = typeof claims['iss'] === 'string' ? claims['iss'] : oidc.issuer;
  try {
    return await identity.signInWithOidc({ issuer, subject, account: oidc.account, ...person }, AS_GATEWAY);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'not-found') log.error({ account: oidc.account }, 'OIDC_ACCOUNT names no account');
    if (error.code === 'temporarily-unavailable') throw error;
    throw new SignInStopped('refused', error);
  }
};

/** No answer in time, or none that is of a provider: it may be one later. */
const isUnanswered = (error: unknown): boolean => {
  if (error instanceof TypeError) return true;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return code === 'OAUTH_TIMEOUT' || Number(status) >= 500;
};
