import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Actor,
  type AssetFile,
  type AssetFiles,
  type DownloadView,
  type ExcludedAsset,
  filesOfColumns,
} from '@vitrine/contracts';
import type { Clock } from '@vitrine/platform/clock.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import { type Sliced, inParts, inSlices, mapOf } from '@vitrine/platform/schedule/slices.ts';
import { AS_DOWNLOAD, type DownloadClients } from '../clients.ts';
import { type Download, type Passage, prepareDownload as prepared } from '../download.ts';
import type { DownloadDatabase } from '../download-repository.ts';
import { type Plan, planningDownload } from '../plan.ts';
import { demandPlayable, demandUnlimited } from '../playing.ts';
import { packEntries } from '../plan-entries.ts';
import type { DomainNames } from '../plan-names.ts';
import { type Taker, takerOf } from '../taker.ts';

export interface PrepareDeps {
  readonly database: DownloadDatabase;
  readonly clients: DownloadClients;
  readonly newId: () => string;
  readonly clock: Clock;
}

interface Wanted {
  readonly assetIds: readonly string[];
  readonly shareId?: string | undefined;
  /** An entry with the sums of all others. */
  readonly manifest?: boolean | undefined;
  readonly folders?: 'domain' | undefined;
  readonly purpose: Download['purpose'];
}

/** What the one who asks may have of what is wanted, and through what. */
interface Offer {
  readonly facts: readonly AssetFile[];
  readonly excluded: readonly ExcludedAsset[];
  readonly share: { readonly title: string } | null;
  readonly passage: Passage;
  readonly name: string;
  /** How many downloads a guest of the share may begin; null for as many as they like. */
  readonly downloadsMax: number | null;
}

/**
 * Plans a download for a person or a guest. One asset that is not theirs to see refuses the whole.
 * @throws AppError `nothing-to-download` with what is excluded and why; `download-limit-reached` for a guest who began as
 *   many as the share allows, and for one who would play where they are counted
 */
export const prepareDownload =
  ({ database, clients, newId, clock }: PrepareDeps) =>
  async (wanted: Wanted, actor: Actor): Promise<DownloadView> => {
    const assetIds = await inSlices(distinctIds(wanted.assetIds));
    const offer = await offerOf(clients, { ...wanted, assetIds }, actor);
    const { facts, excluded, share, passage, name } = offer;
    const { manifest = false, purpose } = wanted;
    if (purpose === 'play') demandUnlimited(passage, offer.downloadsMax);
    await demandOneMore(database, offer);
    const domainNames = wanted.folders === undefined ? null : await domainsOf(clients, actor);
    const request = { assetIds, facts, excluded, share, manifest, domainNames, now: clock() };
    const plan = await inSlices(planningDownload(request));
    if (purpose === 'play') demandPlayable(plan);
    const ticket = newSecret();
    const taker = takerOf(actor, name);
    const who = { ...passage, id: newId(), ticketHash: hashOfSecret(ticket), taker, purpose };
    const { download, events } = prepared(plan, who, await database.repositories.downloads.now());
    await database.inTransaction(async ({ downloads, outbox }) => {
      // While the database takes the events the entries are packed; it has to be asked first.
      const packed = nextTurn().then(() => packEntries(plan));
      await Promise.all([outbox.add(events), packed.then((entries) => downloads.add(download, entries))]);
    });
    return inSlices(viewOf(plan, download, ticket));
  };

/** Whether one more may be begun as things are: the last word is had where it begins. */
const demandOneMore = async (
  { repositories: { guestDownloads } }: DownloadDatabase,
  { passage: { invitationId }, downloadsMax }: Offer,
): Promise<void> => {
  if (invitationId === null || downloadsMax === null) return;
  if ((await guestDownloads.begunBy(invitationId)) >= downloadsMax)
    throw new AppError('download-limit-reached', { downloadsMax });
};

const offerOf = (clients: DownloadClients, wanted: Wanted, actor: Actor): Promise<Offer> => {
  if (actor.kind === 'guest') {
    // A guest has one share: any other is as if it were not there.
    if (wanted.shareId !== undefined && wanted.shareId.toLowerCase() !== actor.shareId)
      throw new AppError('not-found');
    return offerOfShare(clients, actor.shareId, wanted, actor);
  }
  if (wanted.shareId !== undefined) return offerOfShare(clients, wanted.shareId.toLowerCase(), wanted, actor);
  return offerOfDomains(clients, wanted, actor);
};

const offerOfDomains = async (clients: DownloadClients, wanted: Wanted, actor: Actor): Promise<Offer> => {
  if (actor.kind !== 'user') throw new AppError('not-signed-in');
  const facts = await filesInParts(wanted.assetIds, (assetIds) =>
    clients.asset.visibleFiles({ assetIds }, { context: { actor } }),
  );
  const passage = { accountId: actor.accountId, shareId: null, invitationId: null };
  return { facts, excluded: [], share: null, passage, name: actor.name, downloadsMax: null };
};

const offerOfShare = async (
  clients: DownloadClients,
  shareId: string,
  { assetIds }: Wanted,
  actor: Actor,
): Promise<Offer> => {
  const parts = await inParts(assetIds, ASKED_FOR, (part) =>
    clients.share.takeable({ shareId, assetIds: part }, { context: { actor } }),
  );
  const [first] = parts;
  if (first === undefined) throw new AppError('nothing-to-download', { excluded: [] });
  const takeable = parts.flatMap((part) => part.assetIds);
  const { accountId, invitationId, title, actorName, downloadsMax } = first;
  return {
    facts: await filesInParts(takeable, (part) => clients.asset.files({ assetIds: part }, AS_DOWNLOAD)),
    excluded: parts.flatMap(({ excluded }) => excluded),
    share: { title },
    passage: { accountId, shareId, invitationId },
    name: actorName,
    downloadsMax,
  };
};

/** Two at a time take half as long, and each is small enough to be read in some ms. */
const ASKED_FOR = { size: 5_000, atATime: 2 };

const filesInParts = async (
  assetIds: readonly string[],
  ask: (assetIds: string[]) => Promise<AssetFiles>,
): Promise<AssetFile[]> => {
  const parts = await inParts(assetIds, ASKED_FOR, async (part) => filesOfColumns(await ask(part)));
  return parts.flat();
};

/** By name as the person knows them. A guest never sees a domain (product.md, rule 8). */
const domainsOf = async ({ identity }: DownloadClients, actor: Actor): Promise<DomainNames> => {
  if (actor.kind !== 'user')
    throw new AppError('invalid-request', {
      issues: [{ path: 'folders', message: 'A guest has no domains.' }],
    });
  const { domains } = await identity.profile({ userId: actor.userId }, AS_DOWNLOAD);
  return new Map(domains.map(({ id, name }) => [id, name]));
};

/** A browser that holds a person's session too, or has other shares open, is told for whom this is. */
const queryOf = (taker: Taker): string =>
  taker.kind === 'guest' ? `?as=guest&shareId=${taker.shareId}` : '';

function* viewOf(plan: Plan, download: Download, ticket: string): Sliced<DownloadView> {
  return {
    id: download.id,
    url: `/d/${ticket}${queryOf(download.taker)}`,
    kind: plan.kind,
    fileName: plan.fileName,
    byteSize: plan.byteSize,
    entryCount: download.entryCount,
    included: yield* mapOf(plan.entries, ({ assetId, name, byteSize }) => ({ assetId, name, byteSize })),
    manifest: plan.manifest && { name: plan.manifest.name, byteSize: plan.manifest.byteSize },
    excluded: [...plan.excluded],
    expiresAt: download.startBy.toISOString(),
  };
}
