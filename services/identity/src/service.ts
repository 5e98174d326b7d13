import type { Clock } from '@vitrine/platform/clock.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { addMember } from './add-member/add-member.ts';
import { createAccount } from './create-account/create-account.ts';
import { createDomain } from './create-domain/create-domain.ts';
import { createUser } from './create-user/create-user.ts';
import { disableUser } from './disable-user/disable-user.ts';
import { enableUser } from './enable-user/enable-user.ts';
import type { IdentityRepositories } from './identity-repository.ts';
import { listAccounts } from './list-accounts/list-accounts.ts';
import { removeMember } from './remove-member/remove-member.ts';
import { renameDomain } from './rename-domain/rename-domain.ts';
import { identityRoutes } from './routes.ts';
import { setFeature } from './set-feature/set-feature.ts';

export interface IdentityDeps {
  database: Database<IdentityRepositories>;
  clock: Clock;
}

/** All that identity does: over HTTP, and on the command of whoever runs the system. It hears no events. */
export const createIdentityService = ({ database, clock }: IdentityDeps) => {
  const { inTransaction, repositories } = database;
  const deps = { inTransaction, repositories, clock, newId };
  return {
    routes: identityRoutes(deps),
    subscriptions: [],
    commands: {
      listAccounts: listAccounts(deps),
      createAccount: createAccount(deps),
      setFeature: setFeature(deps),
      createUser: createUser(deps),
      disableUser: disableUser(deps),
      enableUser: enableUser(deps),
      createDomain: createDomain(deps),
      renameDomain: renameDomain(deps),
      addMember: addMember(deps),
      removeMember: removeMember(deps),
    },
  };
};
