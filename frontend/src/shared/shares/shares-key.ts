import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../session/session-api.ts';

/** The key under which everything about shares is kept; invalidate it when one was made or changed. */
export const SHARES_KEY = ['shares'] as const;

/** Reads again what tells of shares: the lists, the share itself, and whether Shares stands in the navigation. */
export async function refreshShares(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: SHARES_KEY }),
    queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ]);
}
