import { useDebouncedValue } from '@mantine/hooks';
import { parseEmailAddress } from '@vitrine/contracts';
import { useMemo } from 'react';
import { suggestionsFor, suits } from './guest-suggestions.ts';
import type { GuestOption } from './guest-suggestions.ts';
import type { Invitation } from './invitation.ts';
import { useFoundUsers } from './users-api.ts';

const SETTLE_MS = 150;

/** `silent`: there is nothing to say about what is typed. */
export type SuggestionState = 'silent' | 'searching' | 'found' | 'nobody' | 'failed';

export function useSuggestions(
  { picked, text }: Invitation,
  ownEmail: string,
): { options: GuestOption[]; state: SuggestionState } {
  const typed = text.trim();
  const [q] = useDebouncedValue(typed, SETTLE_MS);
  const { data, isPending, isPlaceholderData, isError } = useFoundUsers(typed === '' ? '' : q);
  const isBehind = q !== typed || isPending || isPlaceholderData;
  const options = useMemo(() => {
    if (typed === '') return [];
    // An answer to what was typed before suggests only whom it suits still.
    const found = (data?.items ?? []).filter((user) => !isBehind || suits(user, typed));
    return suggestionsFor(typed, found, { picked, ownEmail });
  }, [typed, data, isBehind, picked, ownEmail]);
  return { options, state: stateOf({ typed, count: options.length, isBehind, isError }) };
}

function stateOf({
  typed,
  count,
  isBehind,
  isError,
}: {
  typed: string;
  count: number;
  isBehind: boolean;
  isError: boolean;
}): SuggestionState {
  if (typed === '') return 'silent';
  if (count > 0) return 'found';
  if (parseEmailAddress(typed) !== null) return 'silent';
  if (isBehind) return 'searching';
  // Somebody who is writing an address is not told that nobody has that name.
  if (typed.includes('@')) return 'silent';
  return isError ? 'failed' : 'nobody';
}
