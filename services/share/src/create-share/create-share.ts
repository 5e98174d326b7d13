import type {
  DurationDays,
  ExcludedAsset,
  GuestReference,
  InvitationRequest,
  ShareView,
  UserActor,
} from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { demandShares } from '../access.ts';
import { AS_SHARE, type ShareClients } from '../clients.ts';
import { distinctIds, keepFreshFacts } from '../fresh-facts.ts';
import { type KnownOfGuests, addressesAmong, requestInvitation, usersAmong } from '../named-guests.ts';
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
    const assetIds = distinctIds(request.assetIds);
    const known = await knownOf(clients, request.guests, actor);
    const { assets: facts } = await clients.asset.visibleTo({ assetIds }, { context: { actor } });
    const id = newId();
    const opened = await database.inTransaction(async (tx) => {
      if (await tx.users.isDisabled(actor.userId)) throw new AppError('not-signed-in');
      const now = await tx.assets.now();
      const invitationRequest = known && requestInvitation(request, { ...known, owner: actor, now });
      await countInvitations(clients, { known, invitationRequest, actor });
      const opening = openShare({
        id,
        owner: actor,
        title: request.title,
        description: request.description,
        candidates: await keepFreshFacts(tx, facts),
        invitationRequest,
        invitationMessage: invitationRequest === null ? null : (request.message ?? null),
        codeRequired: request.codeRequired,
        downloadsMax: request.downloadsMax,
        now,
      });
      await tx.shares.add(opening.share);
      await tx.shareAssets.append(id, opening.assetIds, actor.userId, now);
      await tx.outbox.add(opening.events);
      return opening;
    });
    const [summary] = await database.repositories.shareAssets.summaries([opened.share.id], 'all');
    const share = viewOfShare(opened.share, summary, { role: 'owner', invitation: null });
    return { share, excluded: [...opened.excluded] };
  };

/** Where the account limits them. Only what is asked for rightly is counted. */
const countInvitations = async (
  { guest }: Deps['clients'],
  asked: { known: KnownOfGuests | null; invitationRequest: InvitationRequest | null; actor: UserActor },
): Promise<void> => {
  const { known, invitationRequest, actor } = asked;
  if (invitationRequest === null || known?.policy.invitationsPerHour === null) return;
  const { userId, accountId } = actor;
  await guest.countInvitations({ userId, accountId, count: invitationRequest.guests.length }, AS_SHARE);
};

/** Null where nobody is named. */
const knownOf = async (
  { identity }: Deps['clients'],
  guests: readonly GuestReference[],
  { accountId }: UserActor,
): Promise<KnownOfGuests | null> => {
  if (guests.length === 0) return null;
  const named = { accountId, userIds: usersAmong(guests), emails: addressesAmong(guests) };
  const [policy, { users }] = await Promise.all([
    identity.policyOf({ accountId }, AS_SHARE),
    identity.findUsers(named, AS_SHARE),
  ]);
  const userEmails = new Set(users.map(({ email }) => email.toLowerCase()));
  return { policy, userIds: new Set(users.map(({ id }) => id)), userEmails };
};
