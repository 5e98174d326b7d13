import { implement } from '@orpc/server';
import { identityInternalContract, tokensContract, usersContract } from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import type { ServiceRoutes } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { administrationRouter } from './administration-routes.ts';
import { changePassword } from './change-password/change-password.ts';
import { createToken } from './create-token/create-token.ts';
import type { AllDeps, ReadDeps } from './deps.ts';
import { endSessions } from './end-sessions/end-sessions.ts';
import { findByEmail } from './find-by-email/find-by-email.ts';
import { findToken } from './find-token/find-token.ts';
import { findUsers } from './find-users/find-users.ts';
import { listTokens } from './list-tokens/list-tokens.ts';
import { giveRecovery } from './give-recovery/give-recovery.ts';
import { readProfile } from './read-profile/read-profile.ts';
import { recover } from './recover/recover.ts';
import { requestRecovery } from './request-recovery/request-recovery.ts';
import { revokeToken } from './revoke-token/revoke-token.ts';
import { searchUsers } from './search-users/search-users.ts';
import { setLanguage } from './set-language/set-language.ts';
import { signInWithOidc } from './sign-in-with-oidc/sign-in-with-oidc.ts';
import { tellPolicies } from './tell-policies/tell-policies.ts';
import { verifyCredentials } from './verify-credentials/verify-credentials.ts';

export const identityRoutes = (deps: AllDeps) =>
  ({
    publicRouter: {
      tokens: tokensRouter(deps),
      users: usersRouter(deps),
      administration: administrationRouter(deps),
    },
    internalRouter: internalRouter(deps),
  }) satisfies ServiceRoutes;

const usersRouter = (deps: ReadDeps) => {
  const os = implement(usersContract).$context<ServiceContext>();
  return os.router({
    search: os.search.handler(({ input, context }) => searchUsers(deps)(input, userOf(context.actor))),
  });
};

const tokensRouter = (deps: AllDeps) => {
  const os = implement(tokensContract).$context<ServiceContext>();
  return os.router({
    list: os.list.handler(({ context }) => listTokens(deps)(userOf(context.actor))),
    create: os.create.handler(({ input, context }) => createToken(deps)(input, userOf(context.actor))),
    revoke: os.revoke.handler(async ({ input, context }) => {
      await revokeToken(deps)(input, userOf(context.actor));
    }),
  });
};

const internalRouter = (deps: AllDeps) => {
  const os = implement(identityInternalContract)
    .$context<ServiceContext>()
    .use(({ context, next }) => {
      serviceOf(context.actor);
      return next();
    });
  return os.router({
    verifyCredentials: os.verifyCredentials.handler(({ input }) => verifyCredentials(deps)(input)),
    profile: os.profile.handler(({ input }) => readProfile(deps)(input)),
    setLanguage: os.setLanguage.handler(async ({ input }) => {
      await setLanguage(deps)(input);
    }),
    changePassword: os.changePassword.handler(async ({ input }) => {
      await changePassword(deps)(input);
    }),
    requestRecovery: os.requestRecovery.handler(async ({ input }) => {
      await requestRecovery(deps)(input);
    }),
    giveRecovery: os.giveRecovery.handler(async ({ input }) => {
      await giveRecovery(deps)(input);
    }),
    recover: os.recover.handler(({ input }) => recover(deps)(input)),
    endSessions: os.endSessions.handler(async ({ input }) => {
      await endSessions(deps)(input);
    }),
    policyOf: os.policyOf.handler(({ input: { accountId } }) =>
      deps.repositories.policies.ofAccount(accountId),
    ),
    invitationPolicies: os.invitationPolicies.handler(({ input }) => tellPolicies(deps)(input)),
    findToken: os.findToken.handler(({ input }) => findToken(deps)(input)),
    signInWithOidc: os.signInWithOidc.handler(({ input }) => signInWithOidc(deps)(input)),
    userByEmail: os.userByEmail.handler(({ input }) => findByEmail(deps)(input)),
    findUsers: os.findUsers.handler(({ input }) => findUsers(deps)(input)),
  });
};
