import type { Invitation } from './invitation.ts';

/** What others are told of an invitation that lives, before it is worded for them. */
export type LiveRow = Pick<
  Invitation,
  'id' | 'shareId' | 'email' | 'userId' | 'expiresAt' | 'downloadsBegun' | 'openedAt'
>;
