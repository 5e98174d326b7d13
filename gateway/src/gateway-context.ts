import type {
  guestInternalContract,
  identityInternalContract,
  shareInternalContract,
} from '@vitrine/contracts';
import type { ServiceClient } from '@vitrine/platform/http/clients.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import type { Request, Response } from 'express';

/** The services that the gateway itself asks. */
export interface GatewayClients {
  identity: ServiceClient<typeof identityInternalContract>;
  share: ServiceClient<typeof shareInternalContract>;
  guest: ServiceClient<typeof guestInternalContract>;
}

/** What the gateway's own routes are handed: they read and set cookies. */
export interface GatewayContext extends ServiceContext {
  request: Request;
  response: Response;
}

/** How the gateway calls a service on its own account. */
export const AS_GATEWAY = { context: { actor: { kind: 'service', service: 'gateway' } } } as const;
