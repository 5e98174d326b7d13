import type {
  DurationDays,
  ExcludedAsset,
  GuestReference,
  InvitationRequest,
  MailLanguage,
  ShareView,
  UserActor,
} from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { inSlices } from '@vitrine/platform/schedule/slices.ts';
import { demandShares } from '../access.ts';
import { AS_SHARE, type ShareClients } from '../clients.ts';
import { askFreshFacts, keepFreshFacts } from '../fresh-facts.ts';
import { sift } from '../known-asset.ts';
import { type KnownOfGuests, addressesAmong, requestInvitation, usersAmong } from '../named-guests.ts';
import { type Policies, domainsAmong, policiesOf, policyWith } from '../policies.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { viewOfShare } from '../share-view.ts';
import { openShare } from '../share.ts';

interface Deps {
  readonly database: ShareDatabase;
  readonly clients: Pick<ShareClients, 'asset' | 'identity' | 'guest'>;
  readonly newId: () => string;
}

interface CreateShare {
  readonly assetIds: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly guests: readonly GuestReference[];
  readonly durationDays?: DurationDays | undefined;
  readonly message?: string | undefined;
  readonly language?: MailLanguage | undefined;
  readonly codeRequired: boolean;
  readonly downloadsMax: number | null;
}

/**
 * Makes a share, and asks for the invitation of its guests in the same transaction: whatever dies afterwards, there is
 * never a share whose guests were forgotten.
 */
export const createShare =
  ({ database, clients, newId }: Deps) =>
  async (
    request: CreateShare,
    actor: UserActor,
  ): Promise<{ share: ShareView; excluded: ExcludedAsset[] }> => {
    demandShares(actor);
    const assetIds = await inSlices(distinctIds(request.assetIds));
    const facts = await askFreshFacts(clients, assetIds, actor);
    const known = await knownOf(clients, request.guests, { actor, domainIds: domainsAmong(facts) });
    const id = newId();
    const opened = await database.inTransaction(async (tx) => {
      if (await tx.users.isDisabled(actor.userId)) throw new AppError('not-signed-in');
      const now = await tx.assets.now();
      const candidates = await keepFreshFacts(tx, facts);
      const { shareable } = sift(candidates, now);
      const shared = new Set(shareable.map(({ assetId }) => assetId));
      const domainIds = domainsAmong(facts.filter(({ assetId }) => shared.has(assetId)));
      const asked = await askForInvitation(clients, request, { known, domainIds, actor, now });
      const opening = openShare({
        id,
        owner: actor,
        title: request.title,
        description: request.description,
        candidates,
        invitationRequest: asked,
        invitationMessage: asked === null ? null : (request.message ?? null),
        codeRequired: request.codeRequired,
        downloadsMax: request.downloadsMax,
        now,
      });
      await tx.shares.add(opening.share);
      await tx.shareAssets.append(id, opening.assetIds, actor.userId, now);
      await tx.outbox.add(opening.events);
      return opening;
    });
    const [summary] = await database.repositories.shareAssets.summaries([opened.share.id], 'all', null);
    const share = viewOfShare(opened.share, summary, { role: 'owner', invitation: null });
    return { share, excluded: [...opened.excluded] };
  };

interface Asking {
  readonly known: Known | null;
  /** Of the assets that the share will hold. */
  readonly domainIds: string[];
  readonly actor: UserActor;
  readonly now: Date;
}

/** The invitation of those who were named, by the strictest of the policies that concern the share; null for none. */
const askForInvitation = async (
  { guest }: Deps['clients'],
  request: CreateShare,
  { known, domainIds, actor, now }: Asking,
): Promise<InvitationRequest | null> => {
  if (known === null) return null;
  const policy = policyWith(known.policies, domainIds);
  const asked = requestInvitation(request, { ...known, policy, owner: actor, now });
  // Only what is asked for rightly is counted.
  if (asked === null || policy.invitationsPerHour === null) return asked;
  const { userId, accountId } = actor;
  await guest.countInvitations({ userId, accountId, domainIds, count: asked.guests.length }, AS_SHARE);
  return asked;
};

type Known = Omit<KnownOfGuests, 'policy'> & { readonly policies: Policies };

/** Null where nobody is named. */
const knownOf = async (
  clients: Deps['clients'],
  guests: readonly GuestReference[],
  { actor: { accountId }, domainIds }: Pick<Asking, 'actor' | 'domainIds'>,
): Promise<Known | null> => {
  if (guests.length === 0) return null;
  const named = { accountId, userIds: usersAmong(guests), emails: addressesAmong(guests) };
  const [policies, { users }] = await Promise.all([
    policiesOf(clients, accountId, domainIds),
    clients.identity.findUsers(named, AS_SHARE),
  ]);
  const userEmails = new Set(users.map(({ email }) => email.toLowerCase()));
  return { policies, userIds: new Set(users.map(({ id }) => id)), userEmails };
};
