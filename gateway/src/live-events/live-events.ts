import type { LiveHint } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import { recently } from '../who-acts/recently.ts';
import type { Listener } from './listener.ts';
import { type Places, createPlaces } from './places.ts';
import type { Audience, OwnedShare } from './rights.ts';
import { findHolders } from './shares-holding.ts';

/** All who listen at this process, and what they are told. */
export interface LiveEvents {
  readonly places: Places;
  readonly add: (listener: Listener) => void;
  readonly remove: (listener: Listener) => void;
  readonly tell: (hint: LiveHint, audience: Audience) => void;
  /** Tells those who may see, or manage, a share whose owner is to be asked for first. */
  readonly tellOfShare: (
    share: Pick<OwnedShare, 'shareId' | 'accountId'>,
    type: LiveHint['type'],
    audienceOf: (share: OwnedShare) => Audience,
  ) => Promise<void>;
  /** Tells those who see a share that holds the asset. */
  readonly tellOfAsset: (asset: { assetId: string; accountId: string }) => void;
  /** Asks anew what these may hear of, before they are told. */
  readonly askAgain: (audience: Audience) => Promise<void>;
  /** Ends those whose right to listen is gone. */
  readonly end: (audience: Audience) => void;
  /** Grows with each of these changes of rights. */
  readonly revision: () => number;
  /** Whether changes of rights are told to this process, as far as it knows. */
  readonly hearsEvents: () => Promise<boolean>;
  readonly count: () => number;
  /** Lets all go, and takes no more: they come again, at another replica. */
  readonly stop: () => Promise<void>;
}

/** The owner of a share never changes. */
const OWNER_LIFETIME_MS = 60_000;

interface LiveEventsDeps {
  readonly clients: Pick<GatewayClients, 'share'>;
  readonly log: Log;
  /** Rejects while no event can come; a bus within the process is always there. */
  readonly pingBus?: () => Promise<void>;
}

export const createLiveEvents = ({ clients, log, pingBus }: LiveEventsDeps): LiveEvents => {
  const state = { revision: 0, isStopped: false };
  const listeners = new Set<Listener>();
  const places = createPlaces();
  const ownershipOf = recently((shareId) => clients.share.facts({ shareId }, AS_GATEWAY), {
    lifetimeMs: OWNER_LIFETIME_MS,
    now: () => performance.now(),
  });
  const those = (audience: Audience) => [...listeners].filter((listener) => listener.isIn(audience));
  const hasAny = (accountId: string) => [...listeners].some((each) => each.isIn(ofAccount(accountId)));
  const tell: LiveEvents['tell'] = (hint, audience) => {
    for (const listener of listeners) listener.tell(hint, audience);
  };
  const holders = findHolders({ clients, log, tell });
  return {
    places,
    add: (listener) => {
      listeners.add(listener);
      // It took its place before, and asked for its rights meanwhile.
      if (state.isStopped) listener.letGo();
    },
    remove: (listener) => void listeners.delete(listener),
    tell,
    tellOfShare: async ({ shareId, accountId }, type, audienceOf) => {
      if (!hasAny(accountId)) return;
      const share = await ownershipOf(shareId).catch(unlessUnknown(log));
      if (share !== null) tell({ type, shareId }, audienceOf(share));
    },
    tellOfAsset: ({ assetId, accountId }) => {
      if (hasAny(accountId)) holders.add(assetId);
    },
    askAgain: async (audience) => {
      state.revision += 1;
      await Promise.all(those(audience).map((listener) => listener.askAgain()));
    },
    end: (audience) => {
      state.revision += 1;
      for (const listener of those(audience)) listener.end();
    },
    revision: () => state.revision,
    hearsEvents: async () => (await pingBus?.().catch((error: unknown) => error)) === undefined,
    count: () => listeners.size,
    stop: async () => {
      state.isStopped = true;
      places.close();
      holders.stop();
      for (const listener of listeners) listener.letGo();
    },
  };
};

const ofAccount =
  (accountId: string): Audience =>
  (rights) =>
    rights.accountId === accountId;

/** A share that is gone has nobody to be told; where its owner cannot be told, nobody is told either. */
const unlessUnknown =
  (log: Log) =>
  (error: unknown): null => {
    if (!(error instanceof AppError && error.code === 'not-found'))
      log.warn({ err: error }, 'cannot tell who is to hear of a share');
    return null;
  };
