import type { AccountPolicy } from '@vitrine/contracts';

/** The policy of an account that never set one. */
export const FIRST_POLICY: AccountPolicy = {
  remindGuests: true,
  remindOwners: true,
  reportFailures: true,
};

export type PolicyChanges = { [Key in keyof AccountPolicy]?: AccountPolicy[Key] | undefined };

/** The policy with what is named as it is named, and the rest as it was. */
export const withChanges = (before: AccountPolicy, changes: PolicyChanges): AccountPolicy => ({
  ...before,
  ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
});
