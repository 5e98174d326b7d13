import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { codeOf } from '../../shared/api/api-error.ts';
import { api } from '../../shared/api/client.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { changesOf, overlapOf } from './edited-share.ts';
import type { Edits } from './edited-share.ts';
import { keepShare, shareKey } from './show-share-api.ts';
import { words } from './words.ts';

/** Somebody else would have to be at it all the time. */
const TRIES = 5;

/**
 * What a person edits of a share while others may, too: theirs shows at once where nothing was entered, what both
 * changed is told, and nothing replaces what was not seen.
 */
export function useEditShare(share: Share) {
  const queries = useQueryClient();
  const [before] = useState(share);
  const save = useMutation({
    mutationFn: (edits: Edits) =>
      saveKnowingly(share, edits, async () => {
        const now = await api.shares.get({ id: share.id });
        queries.setQueryData(shareKey(share.id), now);
        return now;
      }),
    onSuccess: (saved) => keepShare(queries, saved),
  });
  return {
    save,
    /** What was entered where the other one changed something, too, in the words of the page. */
    theirsOf: (edits: Edits) => overlapOf(edits, before, share).map((field) => words.theirs[field](share)),
  };
}

async function saveKnowingly(
  seen: Share,
  edits: Edits,
  readAgain: () => Promise<Share>,
  tries = TRIES,
): Promise<Share> {
  const changes = changesOf(edits, seen);
  try {
    const headers = { 'if-match': `"${seen.version}"` };
    return await api.shares.change({ id: seen.id, ...changes }, { context: { headers } });
  } catch (error) {
    if (codeOf(error) !== 'precondition-failed' || tries === 1) throw error;
    const now = await readAgain();
    if (overlapOf(edits, seen, now).length > 0) throw error;
    return saveKnowingly(now, edits, readAgain, tries - 1);
  }
}
