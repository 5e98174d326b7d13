import { onEveryTogether } from '@vitrine/platform/bus/subscription.ts';
import type { ActivityTransaction } from '../activity-repository.ts';
import { loggedFrom } from '../logged-event.ts';

/** Writes every event into the log. */
export const whenAnythingHappened = onEveryTogether(async (events, { log }: ActivityTransaction) => {
  await log.add(events.map(loggedFrom));
});
