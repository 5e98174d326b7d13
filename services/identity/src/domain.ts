import { DomainCreatedV1, DomainUpdatedV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type { NewEvent } from '@vitrine/platform/outbox/new-event.ts';
import { plainName } from './plain-text.ts';

/** An organisational unit of an account; which assets somebody sees follows from the domains they belong to. */
export interface Domain {
  id: string;
  accountId: string;
  name: string;
  version: number;
  createdAt: Date;
}

interface Changed {
  domain: Domain;
  events: NewEvent[];
}

export const DomainName = plainName(100);

export const openDomain = (given: Pick<Domain, 'id' | 'accountId' | 'name'> & { now: Date }): Changed => {
  const { now, ...facts } = given;
  const domain = { ...facts, version: 1, createdAt: now };
  return { domain, events: [newEvent(DomainCreatedV1, { subject: domain.id, data: dataOf(domain) })] };
};

/** Nothing happens where it has that name already. */
export const withName = (before: Domain, name: string): Changed => {
  if (before.name === name) return { domain: before, events: [] };
  const domain = { ...before, name, version: before.version + 1 };
  return { domain, events: [newEvent(DomainUpdatedV1, { subject: domain.id, data: dataOf(domain) })] };
};

const dataOf = ({ id, accountId, version, name }: Domain) => ({ domainId: id, accountId, version, name });
