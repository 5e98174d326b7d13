import type {
  DurationDays,
  GuestReference,
  GuestView,
  MailLanguage,
  ShareFacts,
  UserActor,
} from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';
import { AS_GUEST_INVITATION, type GuestClients, as } from '../clients.ts';
import { demandRoom } from '../demand-room.ts';
import type { GuestDeps } from '../deps.ts';
import { guestView } from '../guest-view.ts';
import { type KnownUser, type Named, type Refusal, peopleNamed, resolveGuests } from '../guest.ts';
import { asAllowed, assertDuration } from '../invitation-policy.ts';
import { inviteAll } from '../invite-all.ts';
import { plainLines } from '../plain-text.ts';
import { assertOwnDomains, underPolicyOfShare } from '../policy-of-share.ts';

interface InviteGuests {
  id: string;
  guests: GuestReference[];
  durationDays: DurationDays;
  message?: string | undefined;
  language?: MailLanguage | null | undefined;
}

/** Invites guests to a share. Who cannot be invited is told with the reason; who is active stays as they are. */
export const inviteGuests =
  (deps: GuestDeps) =>
  async (
    { id, guests, durationDays, message, language = null }: InviteGuests,
    actor: UserActor,
  ): Promise<{ invited: GuestView[]; refused: Refusal[] }> => {
    const { clients, newId, onMailQueued } = deps;
    const share = await clients.share.managedBy({ shareId: id }, as(actor));
    const users = await usersAmong(clients, share, guests);
    const outcome = await underPolicyOfShare(deps, share, async (transaction, policy, domainIds) => {
      assertOwnDomains(actor, domainIds);
      assertDuration(policy, durationDays);
      const named = asAllowed(policy, resolveGuests(guests, users, share));
      assertSomebodyCanBeInvited(named);
      const now = await transaction.databaseNow();
      const { invited, refused } = await inviteAll(transaction, named, {
        share,
        words: {
          message: message === undefined ? null : plainLines(message),
          hasShareMessage: false,
          language,
        },
        durationDays,
        invitedAt: now,
        by: { id: actor.userId, name: actor.name },
        newId,
      });
      await demandRoom(transaction, policy, { userId: actor.userId, count: invited.length });
      return {
        invited: invited.map((each) => guestView(each, undefined, now)),
        refused,
      };
    });
    onMailQueued();
    return outcome;
  };

const usersAmong = async (
  clients: Pick<GuestClients, 'identity'>,
  { accountId }: z.infer<typeof ShareFacts>,
  guests: readonly GuestReference[],
): Promise<KnownUser[]> => {
  const named = { accountId, ...peopleNamed(guests) };
  const { users } = await clients.identity.findUsers(named, AS_GUEST_INVITATION);
  return users;
};

/** A request that names nobody who could be a guest is wrong as a whole. */
const assertSomebodyCanBeInvited = (named: readonly Named[]): void => {
  const refused = named.flatMap((each) =>
    'reason' in each ? [{ guest: each.written, reason: each.reason }] : [],
  );
  if (refused.length === named.length) throw new AppError('invalid-guest', { guests: refused });
};
