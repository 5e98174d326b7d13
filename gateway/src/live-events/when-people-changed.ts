import {
  AccountFeaturesChangedV1,
  DomainCreatedV1,
  DomainUpdatedV1,
  UserCreatedV1,
  UserDisabledV1,
  UserUpdatedV1,
} from '@vitrine/contracts';
import { on, onAny } from '@vitrine/platform/bus/subscription.ts';
import type { LiveEvents } from './live-events.ts';
import {
  type Audience,
  administratorsOf,
  guestsOfAccount,
  peopleOfAccount,
  peopleOfDomain,
  thePerson,
} from './rights.ts';

type Live = Pick<LiveEvents, 'tell' | 'askAgain' | 'end'>;

/** Their rights first, so that nobody is told by those of before. */
const renew = async (live: Live, audience: Audience): Promise<void> => {
  await live.askAgain(audience);
  live.tell({ type: 'session-changed' }, audience);
};

const tellAdministrators = (live: Pick<Live, 'tell'>, account: { accountId: string }): void =>
  live.tell({ type: 'administration-changed' }, administratorsOf(account));

export const whenUserCreated = (live: Pick<Live, 'tell'>) =>
  on(UserCreatedV1, async ({ data }) => {
    tellAdministrators(live, data);
  });

export const whenUserUpdated = (live: Live) =>
  on(UserUpdatedV1, async ({ data }) => {
    await renew(live, thePerson(data.userId));
    tellAdministrators(live, data);
  });

export const whenUserDisabled = (live: Pick<Live, 'tell' | 'end'>) =>
  on(UserDisabledV1, async ({ data }) => {
    live.end(thePerson(data.userId));
    tellAdministrators(live, data);
  });

/** Without shares, guests of the account have nothing to listen to (product.md, rule 12). */
export const whenAccountFeaturesChanged = (live: Live) =>
  on(AccountFeaturesChangedV1, async ({ data }) => {
    if (!data.features.shares) live.end(guestsOfAccount(data.accountId));
    await renew(live, peopleOfAccount(data));
    tellAdministrators(live, data);
  });

/** Administrators see every domain of their account, a new one too. */
export const whenDomainChanged = (live: Live) =>
  onAny([DomainCreatedV1, DomainUpdatedV1], async ({ data }) => {
    await live.askAgain(administratorsOf(data));
    live.tell({ type: 'session-changed' }, peopleOfDomain(data));
    tellAdministrators(live, data);
  });
