import { implement } from '@orpc/server';
import { InvitationPolicy, identityInternalContract, policyContract, usersContract } from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import type { ServiceRoutes } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { administrationRouter } from './administration-routes.ts';
import { changePassword } from './change-password/change-password.ts';
import type { AllDeps, ReadDeps } from './deps.ts';
import { endSessions } from './end-sessions/end-sessions.ts';
import { findUsers } from './find-users/find-users.ts';
import { readProfile } from './read-profile/read-profile.ts';
import { searchUsers } from './search-users/search-users.ts';
import { verifyCredentials } from './verify-credentials/verify-credentials.ts';

export const identityRoutes = (deps: AllDeps) =>
  ({
    publicRouter: {
      users: usersRouter(deps),
      policy: policyRouter(deps),
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

const policyRouter = ({ repositories }: ReadDeps) => {
  const os = implement(policyContract).$context<ServiceContext>();
  return os.router({
    ofInvitations: os.ofInvitations.handler(async ({ context }) =>
      InvitationPolicy.parse(await repositories.policies.ofAccount(userOf(context.actor).accountId)),
    ),
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
    changePassword: os.changePassword.handler(async ({ input }) => {
      await changePassword(deps)(input);
    }),
    endSessions: os.endSessions.handler(async ({ input }) => {
      await endSessions(deps)(input);
    }),
    policyOf: os.policyOf.handler(({ input: { accountId } }) =>
      deps.repositories.policies.ofAccount(accountId),
    ),
    findUsers: os.findUsers.handler(({ input }) => findUsers(deps)(input)),
  });
};
