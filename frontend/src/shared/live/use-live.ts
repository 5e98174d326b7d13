import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { partOfPage } from '../api/part-of-page.ts';
import type { LiveReader } from './start-live.ts';

const live = partOfPage(async () => (await import('./start-live.ts')).startLive);

/** After what is looked at is drawn. */
const BEGIN_AFTER_MS = 1_000;

/** While the page is open, what others change appears on it; null while there is nobody to be told anything. `shareId` is that of a guest. */
export function useLive(reader: LiveReader | null, shareId?: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (reader === null) return;
    const closing = new AbortController();
    const begin = async () => {
      const start = await live.read().catch(unlessOffline);
      if (!closing.signal.aborted) start?.({ reader, shareId, queries, signal: closing.signal });
    };
    const timer = setTimeout(() => void begin(), BEGIN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      closing.abort();
    };
  }, [reader, shareId, queries]);
}

/** Then the page is as it was before there was such a thing: it reads again when it is looked at. */
function unlessOffline(): null {
  return null;
}
