import type { Request } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';

interface Deps {
  guest: GatewayClients['guest'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
}

/** Hands on that somebody asks for a new link. Whether the old one ever was one is nothing that we hear. */
export const requestLink =
  ({ guest, limits, addressOf }: Deps) =>
  async ({ token }: { token: string }, { request }: GatewayContext): Promise<void> => {
    await limits.beforeLinkRequest(addressOf(request));
    await guest.requestLink({ token }, AS_GATEWAY);
  };
