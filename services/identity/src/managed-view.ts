import type { ManagedDomain, ManagedUser } from '@vitrine/contracts';
import type { ManagedDomainRow, ManagedUserRow } from './managed-repository.ts';

export const viewOfUser = ({ createdAt, ...facts }: ManagedUserRow): ManagedUser => ({
  ...facts,
  createdAt: createdAt.toISOString(),
});

export const viewOfDomain = ({ createdAt, ...facts }: ManagedDomainRow): ManagedDomain => ({
  ...facts,
  createdAt: createdAt.toISOString(),
});
