/** What a provider says of somebody, as far as we ask it. */
export interface ClaimedPerson {
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly name: string | null;
  readonly domains: string[] | null;
}

/** Reads claims; what has another form than it should have says nothing. */
export const claimedPerson = (
  claims: Readonly<Record<string, unknown>>,
  domainsClaim: string,
): ClaimedPerson => {
  const { email, email_verified: isVerified, name } = claims;
  return {
    email: typeof email === 'string' ? email : '',
    isEmailVerified: isVerified === true,
    name: typeof name === 'string' ? name : null,
    domains: namesIn(claims[domainsClaim]),
  };
};

const namesIn = (claim: unknown): string[] | null => {
  const names = typeof claim === 'string' ? [claim] : claim;
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : null;
};
