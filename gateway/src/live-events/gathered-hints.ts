import type { LiveHint } from '@vitrine/contracts';

/** Hints that wait a moment for others like them: an import of a thousand files is a few hints, not thousands. */
export interface GatheredHints {
  readonly add: (hint: LiveHint) => void;
  readonly clear: () => void;
}

const WAIT_MS = 100;
/** Of more assets than these it is only said that something changed. */
const NAMED_ASSETS_MAX = 100;

export const gatherHints = (tell: (hint: LiveHint) => void): GatheredHints => {
  const waiting = new Map<string, LiveHint>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    const hints = [...waiting.values()];
    waiting.clear();
    hints.forEach(tell);
  };
  return {
    add: (hint) => {
      const key = `${hint.type} ${hint.shareId ?? ''} ${hint.domainId ?? ''}`;
      const before = waiting.get(key);
      waiting.set(key, before ? merged(before, hint) : hint);
      timer ??= setTimeout(flush, WAIT_MS);
    },
    clear: () => {
      clearTimeout(timer);
      waiting.clear();
    },
  };
};

/** Both hints as one; without the names of assets where one of them has none, or both have too many. */
export const merged = ({ assetIds: first, ...hint }: LiveHint, { assetIds: second }: LiveHint): LiveHint => {
  if (first === undefined || second === undefined) return hint;
  const assetIds = [...new Set([...first, ...second])];
  return assetIds.length > NAMED_ASSETS_MAX ? hint : { ...hint, assetIds };
};
