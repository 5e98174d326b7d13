import type {
  assetInternalContract,
  identityInternalContract,
  shareInternalContract,
} from '@vitrine/contracts';
import type { ServiceClient } from '@vitrine/platform/http/clients.ts';

/** What download asks of others: it decides no right itself. */
export interface DownloadClients {
  readonly asset: Pick<ServiceClient<typeof assetInternalContract>, 'visibleFiles' | 'files'>;
  readonly share: Pick<ServiceClient<typeof shareInternalContract>, 'takeable'>;
  readonly identity: Pick<ServiceClient<typeof identityInternalContract>, 'profile'>;
}

/** As whom download asks where it is not for the person who acts. */
export const AS_DOWNLOAD = { context: { actor: { kind: 'service' as const, service: 'download' } } };
