import type { QueryClient } from '@tanstack/react-query';
import { API_PATH } from '../api/request-of.ts';
import { sessionQuery } from '../session/session-api.ts';
import { fadeInWhatComes } from './fade-in.ts';
import { keysOf } from './hint-keys.ts';
import { openLiveConnection } from './live-connection.ts';
import { SETTLE_MS, readInRounds } from './rounds.ts';

export type LiveReader = 'person' | 'guest';

type Options = { reader: LiveReader; queries: QueryClient; signal: AbortSignal };

const PATHS: Record<LiveReader, string> = {
  person: `${API_PATH}/events`,
  guest: `${API_PATH}/events?as=guest`,
};

/** Reads anew what a hint tells of, until `signal` says that nobody looks any more. */
export function startLive({ reader, queries, signal }: Options): void {
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
    path: PATHS[reader],
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

function isSession([name]: readonly unknown[]): boolean {
  return name === sessionQuery.queryKey[0];
}
