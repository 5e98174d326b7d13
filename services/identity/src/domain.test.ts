import { expect, test } from '@jest/globals';
import { DomainCreatedV1, DomainUpdatedV1 } from '@vitrine/contracts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { openDomain, withName } from './domain.ts';

const id = '0198f0a0-0000-7000-8000-000000000001';
const accountId = '0198f0a0-0000-7000-8000-000000000002';
const now = new Date('2026-03-01T10:00:00Z');
const opened = () => openDomain({ id, accountId, name: 'Press', now });

test('when a domain is opened or renamed, then that is told with its version', () => {
  const before = opened();
  const data = { domainId: id, accountId, version: 1, name: 'Press' };
  expect(before.events).toEqual([newEvent(DomainCreatedV1, { subject: id, data })]);
  const after = withName(before.domain, 'Public relations');
  expect(after.domain).toMatchObject({ version: 2, name: 'Public relations' });
  expect(after.events).toEqual([
    newEvent(DomainUpdatedV1, { subject: id, data: { ...data, version: 2, name: 'Public relations' } }),
  ]);
});

test('when a domain is given the name that it has, then nothing is told', () => {
  const { domain } = opened();
  expect(withName(domain, 'Press')).toEqual({ domain, events: [] });
});
