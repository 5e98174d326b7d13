import { setTimeout as pause } from 'node:timers/promises';
import type { ShareFacts } from '@vitrine/contracts';
import type { GuestDeps } from './deps.ts';

type Repositories = Pick<GuestDeps['database']['repositories'], 'invitations' | 'databaseNow'>;
type NamedGuests = Pick<ShareFacts, 'shareId' | 'guestsNamedAt'>;

/** Events arrive within that, unless something is wrong: then the list is shown as it is. */
const ARRIVAL_MS = 3_000;
const LOOK_EVERY_MS = 50;
/** For so long it may be that who was named with a share was not heard of. Whoever is none by then will be none. */
const UNHEARD_MS = 24 * 60 * 60 * 1_000;

/**
 * Guests who were named with a new share are invited by its event, a moment after its maker was answered. Who looks at
 * them at once, as the maker does, waits for that and sees no empty list.
 */
export const awaitNamedGuests = async (
  { invitations, databaseNow }: Repositories,
  { shareId, guestsNamedAt }: NamedGuests,
): Promise<void> => {
  if (guestsNamedAt === null) return;
  const expectedBy = Date.parse(guestsNamedAt) + ARRIVAL_MS;
  while ((await databaseNow()).getTime() < expectedBy && !(await invitations.hadAny(shareId)))
    await pause(LOOK_EVERY_MS);
};

/** Whether guests were named with a share whose event did not arrive yet, as while the broker is away. */
export const areStillExpected = async (
  { invitations, databaseNow }: Repositories,
  { shareId, guestsNamedAt }: NamedGuests,
): Promise<boolean> => {
  if (guestsNamedAt === null) return false;
  const unheardUntil = Date.parse(guestsNamedAt) + UNHEARD_MS;
  return (await databaseNow()).getTime() < unheardUntil && !(await invitations.hadAny(shareId));
};
