import type { QueryClient } from '@tanstack/react-query';
import { API_PATH } from '../api/request-of.ts';
import { sessionQuery } from '../session/session-api.ts';
import { fadeInWhatComes } from './fade-in.ts';
import { keysOf } from './hint-keys.ts';
import { openLiveConnection } from './live-connection.ts';
import { SETTLE_MS, readInRounds } from './rounds.ts';

export type LiveReader = 'person' | 'guest';

type Options = {
  reader: LiveReader;
  /** Which share a guest looks at, where several may be open in the browser. */
  shareId: string | undefined;
  queries: QueryClient;
  signal: AbortSignal;
};

/** Reads anew what a hint tells of, until `signal` says that nobody looks any more. */
export function startLive({ reader, shareId, queries, signal }: Options): void {
  const readAgain = (): void =>
    void queries.invalidateQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
  let settling: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(settling));
  const rounds = readInRounds({
    signal,
    read: async (keys) => {
      const settle = fadeInWhatComes();
      // What is being read already is read to its end: under many hints nothing else ever would be.
      const options = { cancelRefetch: false };
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey }, options)));
      settle();
    },
  });
  openLiveConnection({
    path: pathFor(reader, shareId),
    signal,
    onHello: () => rounds.add([[]]),
    onHint: (hint) => rounds.add(keysOf(hint)),
    // Signed out elsewhere, or the share was closed: whatever is read next says which, and the page goes there.
    onEnded: () => {
      readAgain();
      clearTimeout(settling);
      settling = setTimeout(readAgain, SETTLE_MS);
    },
  });
}

function pathFor(reader: LiveReader, shareId: string | undefined): string {
  if (reader === 'person') return `${API_PATH}/events`;
  const named = shareId === undefined ? '' : `&shareId=${encodeURIComponent(shareId)}`;
  return `${API_PATH}/events?as=guest${named}`;
}

function isSession([name]: readonly unknown[]): boolean {
  return name === sessionQuery.queryKey[0];
}
