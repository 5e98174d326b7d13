import { setTimeout as pause } from 'node:timers/promises';
import type { ShareFacts } from '@vitrine/contracts';
import type { GuestDeps } from './deps.ts';

type Repositories = GuestDeps['database']['repositories'];

/** Events arrive within that, unless something is wrong: then the list is shown as it is. */
const ARRIVAL_MS = 3_000;
const LOOK_EVERY_MS = 50;

/**
 * Guests who were named with a new share are invited by its event, a moment after its maker was answered. Who looks at
 * them at once, as the maker does, waits for that and sees no empty list.
 */
export const awaitNamedGuests = async (
  { invitations, databaseNow }: Pick<Repositories, 'invitations' | 'databaseNow'>,
  { shareId, guestsNamedAt }: Pick<ShareFacts, 'shareId' | 'guestsNamedAt'>,
): Promise<void> => {
  if (guestsNamedAt === null) return;
  const expectedBy = Date.parse(guestsNamedAt) + ARRIVAL_MS;
  while ((await databaseNow()).getTime() < expectedBy && !(await invitations.hadAny(shareId)))
    await pause(LOOK_EVERY_MS);
};
