import { BYTE_ROUTES } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { Router } from 'express';
import { beginUserSession } from '../sessions/begin-user-session.ts';
import { completeOidcSignIn } from './complete-oidc-sign-in.ts';
import { authorizationRequests } from './authorization-requests.ts';
import { beginOidcSignIn } from './begin-oidc-sign-in.ts';
import { createProvider } from './provider.ts';
import { type OidcDeps, type OidcSignIn, orBackToSignIn } from './oidc-sign-in.ts';

/** Signing in with a provider: the way there and the way back. Without one there is nothing to be found there. */
export const oidcRoutes = ({ oidc, ...deps }: OidcDeps): Router => {
  const router = Router();
  if (oidc === undefined) {
    router.get([BYTE_ROUTES.signInWithOidc.path, BYTE_ROUTES.oidcCallback.path], () => {
      throw new AppError('not-found');
    });
    return router;
  }
  const flow: OidcSignIn = {
    ...deps,
    oidc,
    provider: createProvider(oidc),
    requests: authorizationRequests(deps.store),
    begin: beginUserSession(deps),
  };
  router.get(BYTE_ROUTES.signInWithOidc.path, (request, response) =>
    orBackToSignIn(flow, response, () => beginOidcSignIn(flow)(request, response)),
  );
  router.get(BYTE_ROUTES.oidcCallback.path, (request, response) =>
    orBackToSignIn(flow, response, () => completeOidcSignIn(flow)(request, response)),
  );
  return router;
};
