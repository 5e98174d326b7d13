import { implement } from '@orpc/server';
import { identityInternalContract, usersContract } from '@vitrine/contracts';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import type { ServiceRoutes } from '@vitrine/platform/http/service-app.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import type { ReadDeps } from './deps.ts';
import { findUsers } from './find-users/find-users.ts';
import { readProfile } from './read-profile/read-profile.ts';
import { searchUsers } from './search-users/search-users.ts';
import { verifyCredentials } from './verify-credentials/verify-credentials.ts';

export const identityRoutes = (deps: ReadDeps) =>
  ({ publicRouter: publicRouter(deps), internalRouter: internalRouter(deps) }) satisfies ServiceRoutes;

const publicRouter = (deps: ReadDeps) => {
  const os = implement(usersContract).$context<ServiceContext>();
  return os.router({
    search: os.search.handler(({ input, context }) => searchUsers(deps)(input, userOf(context.actor))),
  });
};

const internalRouter = (deps: ReadDeps) => {
  const os = implement(identityInternalContract)
    .$context<ServiceContext>()
    .use(({ context, next }) => {
      serviceOf(context.actor);
      return next();
    });
  return os.router({
    verifyCredentials: os.verifyCredentials.handler(({ input }) => verifyCredentials(deps)(input)),
    profile: os.profile.handler(({ input }) => readProfile(deps)(input)),
    findUsers: os.findUsers.handler(({ input }) => findUsers(deps)(input)),
  });
};
