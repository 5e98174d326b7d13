import type { SessionRule, UserActor, UserProfile } from '@vitrine/contracts';
import type { FoundSession } from '../sessions/user-sessions.ts';

/** A person with a session, as identity knows them now. */
export interface SignedIn extends FoundSession {
  profile: UserProfile & SessionRule;
}

/** Whether the session is over by what identity says of the sessions of that person. */
export const isOver = (
  { id, session }: FoundSession,
  { sessionEpoch, keptSessionId }: SessionRule,
): boolean => session.epoch < sessionEpoch && id !== keptSessionId;

/** The domain that the person looks at: the one chosen last, while they still belong to it, else the first by name. */
export const currentDomainIdOf = ({ session, profile: { domains } }: PersonOfSession): string | null =>
  (domains.find(({ id }) => id === session.currentDomainId) ?? domains[0])?.id ?? null;

/** As much of a session as says how a person acts. */
export interface PersonOfSession {
  id: string;
  session: Pick<FoundSession['session'], 'currentDomainId'>;
  profile: UserProfile;
}

export const actorOf = (person: PersonOfSession): UserActor => {
  const { userId, name, email, isAdministrator, account, domains } = person.profile;
  return {
    kind: 'user',
    userId,
    accountId: account.id,
    name,
    email,
    isAdministrator,
    domainIds: domains.map(({ id }) => id),
    currentDomainId: currentDomainIdOf(person),
    sharesEnabled: account.features.shares,
    sessionId: person.id,
  };
};
