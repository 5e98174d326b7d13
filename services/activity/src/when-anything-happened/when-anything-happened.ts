import { RequestAnsweredV1 } from '@vitrine/contracts';
import { onEveryTogether } from '@vitrine/platform/bus/subscription.ts';
import type { ActivityTransaction } from '../activity-repository.ts';
import { loggedFrom } from '../logged-event.ts';
import { withNames } from '../known-names.ts';

/** Writes every event into the log; a request that was answered with the names of what it was about. */
export const whenAnythingHappened = onEveryTogether(async (events, { log }: ActivityTransaction) => {
  const logged = events.map(loggedFrom);
  const requests = logged.filter(({ type }) => type === RequestAnsweredV1.type);
  const [shares, guests] = await Promise.all([
    log.knownShares(requests.flatMap(({ shareId }) => shareId ?? [])),
    log.knownGuests(requests.flatMap(({ invitationId }) => invitationId ?? [])),
  ]);
  await log.add(
    logged.map((each) => (each.type === RequestAnsweredV1.type ? withNames(each, shares, guests) : each)),
  );
});
