import type { ManagedInvitation } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import { actorOf } from './signed-in.ts';
import type { WhoActs } from './who-acts.ts';

/**
 * The invitation of a guest, for the person of this request where that one may manage it: guest-invitation says so.
 * @throws AppError `not-signed-in`; `not-found` for a guest who is not theirs to manage, as for one that does not exist
 */
export const managedInvitation = async (
  { whoActs, guest }: { whoActs: WhoActs; guest: GatewayClients['guest'] },
  { id, guestId }: { id: string; guestId: string },
  { request, response }: GatewayContext,
): Promise<ManagedInvitation> => {
  const person = await whoActs.signedIn(request, response);
  if (!person) throw new AppError('not-signed-in');
  return guest.managed({ shareId: id, guestId }, { context: { actor: actorOf(person) } });
};
