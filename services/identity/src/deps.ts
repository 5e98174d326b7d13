import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { IdentityRepositories } from './identity-repository.ts';

/** What a feature that reads is handed. */
export type ReadDeps = Pick<Database<IdentityRepositories>, 'repositories'>;

/** What a feature that both reads and changes something, or a router of many, is handed. */
export type AllDeps = ReadDeps & ChangeDeps;

/** What a feature that changes something is handed. */
export type ChangeDeps = Pick<Database<IdentityRepositories>, 'inTransaction'> & {
  newId: () => string;
};
