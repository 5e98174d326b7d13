import { implement } from '@orpc/server';
import { administrationContract } from '@vitrine/contracts';
import type { UserActor } from '@vitrine/contracts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { addMember } from './add-member/add-member.ts';
import { administratorOf, within } from './authority.ts';
import { changeDomainPolicy } from './change-domain-policy/change-domain-policy.ts';
import { changePolicy } from './change-policy/change-policy.ts';
import { changeUser } from './change-user/change-user.ts';
import { createDomain } from './create-domain/create-domain.ts';
import { createUser } from './create-user/create-user.ts';
import type { AllDeps, ReadDeps } from './deps.ts';
import { found } from './found.ts';
import { demandHardToGuess } from './guessable-password.ts';
import { listDomains } from './list-domains/list-domains.ts';
import { listUsers } from './list-users/list-users.ts';
import { viewOfDomain, viewOfUser } from './managed-view.ts';
import { removeMember } from './remove-member/remove-member.ts';
import { renameDomain } from './rename-domain/rename-domain.ts';
import { setFeature } from './set-feature/set-feature.ts';
import { setPassword } from './set-password/set-password.ts';

/** What administrators do with their own account. None of it begins before it is known that one acts. */
export const administrationRouter = (deps: AllDeps) => ({
  ...usersRouter(deps),
  ...domainsRouter(deps),
  ...featuresRouter(deps),
  ...policyRouter(deps),
});

const implemented = () =>
  implement(administrationContract)
    .$context<ServiceContext>()
    .use(({ context, next }) => next({ context: { administrator: administratorOf(context.actor) } }));

const usersRouter = (deps: AllDeps) => {
  const os = implemented();
  const viewOf = userView(deps);
  return {
    listUsers: os.listUsers.handler(({ input, context }) => listUsers(deps)(input, context.administrator)),
    createUser: os.createUser.handler(async ({ input, context: { administrator } }) => {
      const { accountId } = administrator;
      if (input.password !== undefined) await demandHardToGuess(input.password, input);
      const { id, madePassword } = await createUser(deps)({ ...input, accountId, isFirstPassword: true });
      return { user: await viewOf(id), password: madePassword };
    }),
    changeUser: os.changeUser.handler(async ({ input: { id: userId, ...changes }, context }) => {
      await changeUser(deps)({ userId, ...changes }, context.administrator);
      return viewOf(userId);
    }),
    setPassword: os.setPassword.handler(async ({ input: { id: userId, password }, context }) => {
      const { madePassword } = await setPassword(deps)({ userId, password }, context.administrator);
      return { password: madePassword };
    }),
  };
};

const domainsRouter = (deps: AllDeps) => {
  const os = implemented();
  const viewOf = domainView(deps);
  return {
    listDomains: os.listDomains.handler(({ input, context }) =>
      listDomains(deps)(input, context.administrator),
    ),
    createDomain: os.createDomain.handler(async ({ input: { name }, context: { administrator } }) => {
      const { id } = await createDomain(deps)({ accountId: administrator.accountId, name });
      return viewOf(id);
    }),
    renameDomain: os.renameDomain.handler(async ({ input: { id: domainId, name }, context }) => {
      await renameDomain(deps)({ domainId, name }, context.administrator);
      return viewOf(domainId);
    }),
    addMember: os.addMember.handler(async ({ input: { id: domainId, userId }, context }) => {
      await addMember(deps)({ domainId, userId }, context.administrator);
    }),
    removeMember: os.removeMember.handler(async ({ input: { id: domainId, userId }, context }) => {
      await removeMember(deps)({ domainId, userId }, context.administrator);
    }),
  };
};

const featuresRouter = (deps: AllDeps) => {
  const os = implemented();
  const featuresOf = async ({ accountId }: UserActor) =>
    found(await deps.repositories.accounts.byId(accountId), 'account').features;
  return {
    getFeatures: os.getFeatures.handler(({ context }) => featuresOf(context.administrator)),
    setFeatures: os.setFeatures.handler(async ({ input: { shares }, context: { administrator } }) => {
      const { accountId } = administrator;
      if (shares !== undefined) await setFeature(deps)({ accountId, feature: 'shares', isOn: shares });
      return featuresOf(administrator);
    }),
  };
};

const policyRouter = (deps: AllDeps) => {
  const os = implemented();
  return {
    getPolicy: os.getPolicy.handler(({ context: { administrator } }) =>
      deps.repositories.policies.ofAccount(administrator.accountId),
    ),
    changePolicy: os.changePolicy.handler(({ input, context: { administrator } }) =>
      changePolicy(deps)({ ...input, accountId: administrator.accountId }),
    ),
    getDomainPolicy: os.getDomainPolicy.handler(async ({ input: { id }, context: { administrator } }) => {
      found(within(administrator, await deps.repositories.domains.byId(id)), 'domain');
      return deps.repositories.policies.ofDomain(id);
    }),
    changeDomainPolicy: os.changeDomainPolicy.handler(({ input: { id, ...changes }, context }) =>
      changeDomainPolicy(deps)({ domainId: id, ...changes }, context.administrator),
    ),
  };
};

const userView = (deps: ReadDeps) => async (id: string) =>
  viewOfUser(found(await deps.repositories.users.managedById(id), 'user'));

const domainView = (deps: ReadDeps) => async (id: string) =>
  viewOfDomain(found(await deps.repositories.domains.managedById(id), 'domain'));
