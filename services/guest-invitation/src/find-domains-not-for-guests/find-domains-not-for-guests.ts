import type { Actor, InvitationPolicy } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { areStillExpected, awaitNamedGuests } from '../await-named-guests.ts';
import type { GuestDeps } from '../deps.ts';
import { suits } from '../invitation-policy.ts';
import { isExpired } from '../invitation.ts';

interface Asked {
  readonly shareId: string;
  readonly guestsNamedAt: string | null;
  readonly domains: readonly { readonly domainId: string; readonly policy: InvitationPolicy }[];
}

/**
 * Which domains ask for more than one of the guests of a share has: no asset of theirs is for that share. Of the others
 * assets may be added from now on, so whoever is given a link meanwhile is held to their policies.
 * @throws AppError `temporarily-unavailable` while those named with the share are on their way
 */
export const findDomainsNotForGuests =
  ({ database }: Pick<GuestDeps, 'database'>) =>
  async ({ shareId, guestsNamedAt, domains }: Asked, actor: Actor): Promise<{ domainIds: string[] }> => {
    serviceOf(actor);
    await awaitNamedGuests(database.repositories, { shareId, guestsNamedAt });
    return database.inTransaction(async ({ invitations, promisedDomains, databaseNow }) => {
      // Whoever is being invited to it right now counts as well.
      await invitations.lockShare(shareId);
      if (await areStillExpected({ invitations, databaseNow }, { shareId, guestsNamedAt }))
        throw new AppError('temporarily-unavailable');
      const now = await databaseNow();
      const guests = (await invitations.ofShare(shareId)).filter((each) => !isExpired(each, now));
      const refused = domains.filter(({ policy }) => !guests.every((guest) => suits(policy, guest, now)));
      const promised = domains.filter((each) => !refused.includes(each));
      await promisedDomains.keep(
        shareId,
        promised.map(({ domainId }) => domainId),
      );
      return { domainIds: refused.map(({ domainId }) => domainId) };
    });
  };
