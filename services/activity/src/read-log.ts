import type { shareInternalContract } from '@vitrine/contracts';
import type { ServiceClient } from '@vitrine/platform/http/clients.ts';
import type { ActivityDatabase } from './activity-repository.ts';

/** What reading the log of a share stands on; who may manage the share is share's to say. */
export interface ReadLogDeps {
  readonly database: Pick<ActivityDatabase, 'repositories'>;
  readonly clients: { readonly share: Pick<ServiceClient<typeof shareInternalContract>, 'managedBy'> };
}
