/** The memberships of a user: all of them, and those that a provider gave. */
export interface Memberships {
  readonly domainIds: readonly string[];
  readonly claimed: readonly string[];
}

/**
 * The memberships once a provider has said which they are: those that it gave before and names no more end, those that
 * it names begin. What an administrator gave stays, whatever the provider says, and so nothing of that is the provider's.
 */
export const afterClaim = ({ domainIds, claimed }: Memberships, named: readonly string[]): Memberships => {
  const given = domainIds.filter((id) => !claimed.includes(id));
  const byProvider = [...new Set(named)].filter((id) => !given.includes(id));
  return { domainIds: [...given, ...byProvider], claimed: byProvider };
};
