import type { UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ActivityDatabase } from './activity-repository.ts';

/** What reading an audit stands on. */
export interface ReadAuditDeps {
  readonly database: Pick<ActivityDatabase, 'repositories'>;
}

/** The account whose audit the person may read. @throws AppError `not-allowed` for who administers none */
export const administeredAccount = ({ isAdministrator, accountId }: UserActor): string => {
  if (!isAdministrator) throw new AppError('not-allowed');
  return accountId;
};
