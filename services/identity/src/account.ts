import { AccountFeaturesChangedV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { NewEvent } from '@vitrine/platform/outbox/new-event.ts';
import { plainName } from './plain-text.ts';

/** What can be switched on and off for an account. */
export const FEATURES = ['shares'] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Record<Feature, boolean>;

export interface Account {
  id: string;
  name: string;
  version: number;
  features: Features;
  createdAt: Date;
}

interface Changed {
  account: Account;
  events: NewEvent[];
}

export const AccountName = plainName(100);

export const openAccount = (given: Pick<Account, 'id' | 'name' | 'features'> & { now: Date }): Changed => {
  const { now, ...facts } = given;
  return told({ ...facts, version: 1, createdAt: now });
};

/** Nothing happens where the feature is so already. */
export const withFeature = (account: Account, feature: Feature, isOn: boolean): Changed =>
  account.features[feature] === isOn
    ? { account, events: [] }
    : told({ ...account, version: account.version + 1, features: { ...account.features, [feature]: isOn } });

const told = (account: Account): Changed => {
  const { id, version, name, features } = account;
  const data = { accountId: id, version, name, features };
  return { account, events: [newEvent(AccountFeaturesChangedV1, { subject: id, data })] };
};
