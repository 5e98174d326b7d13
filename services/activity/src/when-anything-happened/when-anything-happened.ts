import { type CloudEvent, GuestForgottenV1, RequestAnsweredV1 } from '@vitrine/contracts';
import { onEveryTogether } from '@vitrine/platform/bus/subscription.ts';
import type { ActivityTransaction } from '../activity-repository.ts';
import { withNames } from '../known-names.ts';
import { type LoggedEvent, loggedFrom } from '../logged-event.ts';

/**
 * Writes every event into the log; a request that was answered with the names of what it was about. Where a guest is
 * forgotten, the log forgets as well.
 */
export const whenAnythingHappened = onEveryTogether(
  async (events, { log, forgetting }: ActivityTransaction) => {
    await log.add(await named(events.map(loggedFrom), log));
    for (const guest of forgottenIn(events)) await forgetting.guest(guest);
  },
);

const named = async (
  logged: readonly LoggedEvent[],
  log: ActivityTransaction['log'],
): Promise<LoggedEvent[]> => {
  const requests = logged.filter(isRequest);
  const [shares, guests] = await Promise.all([
    log.knownShares(requests.flatMap(({ shareId }) => shareId ?? [])),
    log.knownGuests(requests.flatMap(({ invitationId }) => invitationId ?? [])),
  ]);
  return logged.map((each) => (isRequest(each) ? withNames(each, shares, guests) : each));
};

const isRequest = ({ type }: LoggedEvent): boolean => type === RequestAnsweredV1.type;

const forgottenIn = (events: readonly CloudEvent[]) =>
  events.flatMap(({ type, data }) => {
    const known = type === GuestForgottenV1.type ? GuestForgottenV1.data.safeParse(data) : undefined;
    return known?.success === true ? [known.data] : [];
  });
