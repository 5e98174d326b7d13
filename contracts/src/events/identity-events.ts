import * as z from 'zod';
import { MailLanguage, ToldLanguage } from '../model/mail-language.ts';
import { defineEvent } from './define-event.ts';

const user = z.object({
  userId: z.uuid(),
  accountId: z.uuid(),
  version: z.int(),
  email: z.string(),
  name: z.string(),
  isAdministrator: z.boolean(),
  domainIds: z.array(z.uuid()),
  /** What the person used the page in last; null where that is not known. */
  language: ToldLanguage,
});
const domain = z.object({ domainId: z.uuid(), accountId: z.uuid(), version: z.int(), name: z.string() });

export const AccountFeaturesChangedV1 = defineEvent({
  type: 'account.features-changed.v1',
  producer: 'identity',
  summary: 'The features of an account were set, at its creation or later.',
  data: z.object({
    accountId: z.uuid(),
    version: z.int(),
    name: z.string(),
    features: z.object({ shares: z.boolean() }),
  }),
});

export const UserCreatedV1 = defineEvent({
  type: 'user.created.v1',
  producer: 'identity',
  summary: 'A person was given a place in an account.',
  data: user,
});

export const UserUpdatedV1 = defineEvent({
  type: 'user.updated.v1',
  producer: 'identity',
  summary:
    'The name, the role, the domains, the language or the sign-in of a user changed, or the user was enabled again.',
  data: user,
});

export const UserDisabledV1 = defineEvent({
  type: 'user.disabled.v1',
  producer: 'identity',
  summary: 'A user can no longer sign in.',
  data: z.object({ userId: z.uuid(), accountId: z.uuid(), version: z.int() }),
});

export const UserRecoveryRequestedV1 = defineEvent({
  type: 'user.recovery-requested.v1',
  producer: 'identity',
  summary: 'Somebody asked for a link by which the user can set a new password; its mail is to be sent.',
  data: z.object({
    recoveryId: z.uuid(),
    userId: z.uuid(),
    accountId: z.uuid(),
    email: z.string(),
    name: z.string(),
    language: MailLanguage,
  }),
});

export const DomainCreatedV1 = defineEvent({
  type: 'domain.created.v1',
  producer: 'identity',
  summary: 'An account got a new domain.',
  data: domain,
});

export const DomainUpdatedV1 = defineEvent({
  type: 'domain.updated.v1',
  producer: 'identity',
  summary: 'A domain was renamed.',
  data: domain,
});
