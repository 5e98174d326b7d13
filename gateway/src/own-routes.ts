import { implement } from '@orpc/server';
import {
  API_PREFIX,
  BYTE_ROUTES,
  guestBrowsersContract,
  guestSessionContract,
  sessionContract,
} from '@vitrine/contracts';
import { jsonBody } from '@vitrine/platform/http/json-body.ts';
import { orpcMiddleware } from '@vitrine/platform/http/orpc-middleware.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { changePassword } from './change-password/change-password.ts';
import { chooseDomain } from './choose-domain/choose-domain.ts';
import { endGuestBrowser } from './end-guest-browser/end-guest-browser.ts';
import { endOtherSessions } from './end-other-sessions/end-other-sessions.ts';
import { endSession } from './end-session/end-session.ts';
import type { GatewayClients, GatewayContext } from './gateway-context.ts';
import { enterCode } from './enter-code/enter-code.ts';
import { getGuestSession } from './get-guest-session/get-guest-session.ts';
import { getSession } from './get-session/get-session.ts';
import { viewSession } from './get-session/session-view.ts';
import { leaveInvitation } from './leave-invitation/leave-invitation.ts';
import type { AttemptLimits } from './limits/attempt-limits.ts';
import { listGuestBrowsers } from './list-guest-browsers/list-guest-browsers.ts';
import { listSessions } from './list-sessions/list-sessions.ts';
import { askRights } from './live-events/ask-rights.ts';
import type { LiveEvents } from './live-events/live-events.ts';
import { streamEvents } from './live-events/stream-events.ts';
import type { OidcSettings } from './oidc-config.ts';
import { openInvitation } from './open-invitation/open-invitation.ts';
import { recover } from './recover/recover.ts';
import { requestLink } from './request-link/request-link.ts';
import { requestRecovery } from './request-recovery/request-recovery.ts';
import { beginGuestSession } from './sessions/begin-guest-session.ts';
import type { SecretCookie } from './sessions/cookies.ts';
import { beginUserSession } from './sessions/begin-user-session.ts';
import type { SessionStore } from './sessions/fail-closed.ts';
import { oidcRoutes } from './sign-in-with-oidc/oidc-routes.ts';
import { setGuestLanguage } from './set-guest-language/set-guest-language.ts';
import { setLanguage } from './set-language/set-language.ts';
import { signIn } from './sign-in/sign-in.ts';
import { signOut } from './sign-out/sign-out.ts';
import { signOutEverywhere } from './sign-out-everywhere/sign-out-everywhere.ts';
import type { WhoActs, WhoActsDeps } from './who-acts/who-acts.ts';

export interface OwnRoutesDeps extends Omit<WhoActsDeps, 'identity'> {
  clients: GatewayClients;
  whoActs: WhoActs;
  live: LiveEvents;
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  /** By which a browser is known that was sent a code for a link. */
  codeCookieOf: (token: string) => SecretCookie;
  /** By which a browser is known that is on its way to a provider. */
  oidcCookie: SecretCookie;
  store: SessionStore;
  publicUrl: URL;
  oidc?: OidcSettings | undefined;
  log: Log;
}

/** The largest body: an address and a password of 1,024 characters that JSON had to escape. */
const BODY_BYTES_MAX = 16 * 1_024;

/** The routes that the gateway answers itself: the sessions of people and of guests, and live events. */
export const ownRoutes = (deps: OwnRoutesDeps): RequestHandler[] => {
  const router = {
    session: sessionRouter(deps),
    guestSession: guestSessionRouter(deps),
    guestBrowsers: guestBrowsersRouter(deps),
  };
  const contextOf = (response: Parameters<RequestHandler>[1]): GatewayContext => ({
    actor: { kind: 'anonymous' },
    isAnybody: () => isAnybody(deps.whoActs, response),
    log: deps.log,
    request: response.req,
    response,
  });
  const events = streamEvents({ ...deps, askRights: askRights(deps) });
  return [
    Router().get(BYTE_ROUTES.events.path, events),
    oidcRoutes({ ...deps, identity: deps.clients.identity }),
    ...jsonBody(BODY_BYTES_MAX),
    orpcMiddleware(router, API_PREFIX, contextOf),
  ];
};

const isAnybody = async (whoActs: WhoActs, response: Response): Promise<boolean> =>
  (await whoActs.actor(response.req, response)).kind !== 'anonymous';

const sessionRouter = (deps: OwnRoutesDeps) => {
  const os = implement(sessionContract).$context<GatewayContext>();
  const view = viewSession(deps);
  const { identity } = deps.clients;
  const begin = beginUserSession({ ...deps, identity });
  return os.router({
    options: os.options.handler(() => ({ provider: deps.oidc ? { name: deps.oidc.name } : null })),
    signIn: os.signIn.handler(({ input, context }) =>
      signIn({ ...deps, identity, view, begin })(input, context),
    ),
    get: os.get.handler(({ context }) => getSession({ ...deps, view })(context)),
    signOut: os.signOut.handler(async ({ context }) => {
      await deps.whoActs.signedIn(context.request, context.response);
      await signOut(deps)(context);
    }),
    signOutEverywhere: os.signOutEverywhere.handler(async ({ context }) => {
      await signOutEverywhere({ ...deps, identity })(context);
    }),
    listSessions: os.listSessions.handler(({ context }) => listSessions(deps)(context)),
    endSession: os.endSession.handler(async ({ input, context }) => {
      await endSession(deps)(input, context);
    }),
    endOtherSessions: os.endOtherSessions.handler(async ({ context }) => {
      await endOtherSessions({ ...deps, identity })(context);
    }),
    changePassword: os.changePassword.handler(async ({ input, context }) => {
      await changePassword({ ...deps, identity })(input, context);
    }),
    requestRecovery: os.requestRecovery.handler(async ({ input, context }) => {
      await requestRecovery({ ...deps, identity })(input, context);
    }),
    recover: os.recover.handler(async ({ input, context }) => {
      await recover({ ...deps, identity })(input, context);
    }),
    setLanguage: os.setLanguage.handler(async ({ input, context }) => {
      await setLanguage({ ...deps, identity })(input, context);
    }),
    chooseDomain: os.chooseDomain.handler(({ input, context }) =>
      chooseDomain({ ...deps, view })(input, context),
    ),
  });
};

const guestSessionRouter = (deps: OwnRoutesDeps) => {
  const os = implement(guestSessionContract).$context<GatewayContext>();
  const { guest } = deps.clients;
  const begin = beginGuestSession(deps);
  return os.router({
    open: os.open.handler(({ input, context }) => openInvitation({ ...deps, guest, begin })(input, context)),
    enterCode: os.enterCode.handler(({ input, context }) =>
      enterCode({ ...deps, guest, begin })(input, context),
    ),
    get: os.get.handler(({ context }) => getGuestSession({ ...deps, guest })(context)),
    setLanguage: os.setLanguage.handler(async ({ input, context }) => {
      await setGuestLanguage({ ...deps, guest })(input, context);
    }),
    requestLink: os.requestLink.handler(async ({ input, context }) => {
      await requestLink({ ...deps, guest })(input, context);
    }),
    leave: os.leave.handler(async ({ context }) => {
      await deps.whoActs.guest(context.request);
      await leaveInvitation(deps)(context);
    }),
  });
};

const guestBrowsersRouter = (deps: OwnRoutesDeps) => {
  const os = implement(guestBrowsersContract).$context<GatewayContext>();
  const { guest } = deps.clients;
  return os.router({
    list: os.list.handler(({ input, context }) => listGuestBrowsers({ ...deps, guest })(input, context)),
    end: os.end.handler(async ({ input, context }) => {
      await endGuestBrowser({ ...deps, guest })(input, context);
    }),
  });
};
