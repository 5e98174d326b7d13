import type { ApiToken, TokenScope } from '@vitrine/contracts';

/** What a script acts by in the name of a person. */
export interface Token {
  id: string;
  userId: string;
  name: string;
  scopes: TokenScope[];
  /** Of the secret, which is told once and kept nowhere. */
  secretHash: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/** More than anybody keeps in mind; who needs another revokes one first. */
export const TOKENS_OF_PERSON_MAX = 20;

const DAY_MS = 24 * 60 * 60 * 1_000;

export const openToken = (
  given: Pick<Token, 'id' | 'userId' | 'name' | 'scopes' | 'secretHash'> & {
    durationDays: number;
    now: Date;
  },
): Token => {
  const { durationDays, now, scopes, ...facts } = given;
  const expiresAt = new Date(now.getTime() + durationDays * DAY_MS);
  return { ...facts, scopes: [...new Set(scopes)], createdAt: now, expiresAt, lastUsedAt: null };
};

export const viewOfToken = (token: Token): ApiToken => ({
  id: token.id,
  name: token.name,
  scopes: token.scopes,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});
