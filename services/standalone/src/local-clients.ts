import {
  assetInternalContract,
  guestInternalContract,
  identityInternalContract,
  shareInternalContract,
} from '@vitrine/contracts';
import { localClient } from '@vitrine/platform/http/clients.ts';
import type { ServiceRoutes } from '@vitrine/platform/http/service-app.ts';
import type { Log } from '@vitrine/platform/log/log.ts';

/** The services that others ask something. */
export type AskedService = 'identity' | 'asset' | 'share' | 'guest';

/**
 * Clients by which the services of this process call each other. They are made before the services are, since these
 * know each other both ways; a service is added to `routes` when it stands.
 */
export type LocalClients = ReturnType<typeof createLocalClients>;

export const createLocalClients = (routes: ReadonlyMap<AskedService, ServiceRoutes>, log: Log) => {
  const routerOf = (service: AskedService) => () => {
    const router = routes.get(service)?.internalRouter;
    if (router === undefined) throw new Error(`The service ${service} was asked before it stood.`);
    return router;
  };
  return {
    identity: localClient(identityInternalContract, routerOf('identity'), log),
    asset: localClient(assetInternalContract, routerOf('asset'), log),
    share: localClient(shareInternalContract, routerOf('share'), log),
    guest: localClient(guestInternalContract, routerOf('guest'), log),
  };
};
