import type { Actor, InvitationPolicy } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { awaitNamedGuests } from '../await-named-guests.ts';
import type { GuestDeps } from '../deps.ts';
import { suits } from '../invitation-policy.ts';
import { isExpired } from '../invitation.ts';

interface Asked {
  readonly shareId: string;
  readonly guestsNamedAt: string | null;
  readonly domains: readonly { readonly domainId: string; readonly policy: InvitationPolicy }[];
}

/** For so long it may be that who was named with a share was not heard of. Whoever is none by then will be none. */
const UNHEARD_MS = 24 * 60 * 60 * 1_000;

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
      const now = await databaseNow();
      if (mayBeUnheard(guestsNamedAt, now) && !(await invitations.hadAny(shareId)))
        throw new AppError('temporarily-unavailable');
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

const mayBeUnheard = (guestsNamedAt: string | null, now: Date): boolean =>
  guestsNamedAt !== null && now.getTime() < Date.parse(guestsNamedAt) + UNHEARD_MS;
