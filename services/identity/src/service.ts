import type { Database } from '@vitrine/platform/database/open-database.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { addMember } from './add-member/add-member.ts';
import { answerRecoveryRequests } from './answer-recovery-requests/answer-recovery-requests.ts';
import type { Authority } from './authority.ts';
import { changeUser } from './change-user/change-user.ts';
import { createAccount } from './create-account/create-account.ts';
import { createDomain } from './create-domain/create-domain.ts';
import { createUser } from './create-user/create-user.ts';
import type { IdentityRepositories } from './identity-repository.ts';
import { listAccounts } from './list-accounts/list-accounts.ts';
import { removeMember } from './remove-member/remove-member.ts';
import { renameDomain } from './rename-domain/rename-domain.ts';
import { identityRoutes } from './routes.ts';
import { setFeature } from './set-feature/set-feature.ts';

export interface IdentityDeps {
  database: Database<IdentityRepositories>;
}

type Command<Input, Answer> = (input: Input, authority: Authority) => Answer;

/** The same act on the command of whoever runs the system. */
const asOperator =
  <Input, Answer>(command: Command<Input, Answer>) =>
  (input: Input): Answer =>
    command(input, 'operator');

/** All that identity does: over HTTP, and on the command of whoever runs the system. It hears no events. */
export const createIdentityService = ({ database }: IdentityDeps) => {
  const { inTransaction, repositories } = database;
  const deps = { inTransaction, repositories, newId };
  const change = asOperator(changeUser(deps));
  return {
    routes: identityRoutes(deps),
    subscriptions: [],
    jobs: [{ name: 'identity.answer-recovery-requests', seconds: 2, run: answerRecoveryRequests(deps) }],
    commands: {
      listAccounts: listAccounts(deps),
      createAccount: createAccount(deps),
      setFeature: setFeature(deps),
      createUser: createUser(deps),
      disableUser: ({ userId }: { userId: string }) => change({ userId, isEnabled: false }),
      enableUser: ({ userId }: { userId: string }) => change({ userId, isEnabled: true }),
      createDomain: createDomain(deps),
      renameDomain: asOperator(renameDomain(deps)),
      addMember: asOperator(addMember(deps)),
      removeMember: asOperator(removeMember(deps)),
    },
  };
};
