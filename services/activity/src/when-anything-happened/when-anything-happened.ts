import { onEvery } from '@vitrine/platform/bus/subscription.ts';
import type { ActivityTransaction } from '../activity-repository.ts';
import { loggedFrom } from '../logged-event.ts';

/** Writes every event into the log. */
export const whenAnythingHappened = onEvery(async (event, { log }: ActivityTransaction) => {
  await log.add(loggedFrom(event));
});
