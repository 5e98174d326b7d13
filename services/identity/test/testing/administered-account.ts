import { newId } from '@vitrine/platform/ids/ids.ts';
import { type AdminRequest, anActor, type runIdentity } from './running-identity.ts';

type Identity = Awaited<ReturnType<typeof runIdentity>>;

export const PASSWORD = 'correct horse';
const names = { next: 0 };

/** An account of its own with an administrator and a domain. */
export const anAccountWith = async (identity: Identity) => {
  const { createAccount, createUser, createDomain } = identity.commands;
  const account = await createAccount({ name: `Acme ${(names.next += 1)}`, features: { shares: true } });
  const accountId = account.id;
  const user = (name: string, isAdministrator = false) =>
    createUser({ accountId, name, email: `${newId()}@acme.test`, password: PASSWORD, isAdministrator });
  const ada = await user('Ada', true);
  const domain = await createDomain({ accountId, name: 'Brand' });
  return { accountId, ada, user, domain, ask: askingAs(identity, ada) };
};

/** Asks the administration as an administrator. */
export const askingAs =
  (identity: Identity, { id, accountId }: { id: string; accountId: string }) =>
  (request: AdminRequest) =>
    identity.admin(anActor({ id, accountId, isAdministrator: true }), request);

export const refused = (status: number, code: string) => ({ status, body: { code } });

/** How the gateway asks. */
export const AS_SERVICE = { context: { actor: { kind: 'service' as const, service: 'gateway' } } };
