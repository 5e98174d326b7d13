import type { LiveHint } from '@vitrine/contracts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import { type Audience, managersOf, whoSeesShare } from './rights.ts';

/** Finds out which shares hold assets that changed, for many assets at a time. */
export interface Holders {
  readonly add: (assetId: string) => void;
  readonly stop: () => void;
}

const WAIT_MS = 200;
/** As many as are taken at once. */
const ASKED_MAX = 1_000;

export const findHolders = (deps: {
  clients: Pick<GatewayClients, 'share'>;
  log: Log;
  tell: (hint: LiveHint, audience: Audience) => void;
}): Holders => {
  const { clients, log, tell } = deps;
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const ask = async (assetIds: string[]): Promise<void> => {
    const { shares } = await clients.share.holding({ assetIds }, AS_GATEWAY);
    for (const share of shares)
      tell(
        { type: 'share-changed', shareId: share.shareId },
        (share.enabled ? whoSeesShare : managersOf)(share),
      );
  };
  const askAll = async (): Promise<void> => {
    timer = undefined;
    const assetIds = [...waiting];
    waiting.clear();
    try {
      for (let at = 0; at < assetIds.length; at += ASKED_MAX) await ask(assetIds.slice(at, at + ASKED_MAX));
    } catch (error) {
      log.warn({ err: error }, 'cannot tell which shares hold what changed');
    }
  };
  return {
    add: (assetId) => {
      waiting.add(assetId);
      timer ??= setTimeout(() => void askAll(), WAIT_MS);
    },
    stop: () => clearTimeout(timer),
  };
};
