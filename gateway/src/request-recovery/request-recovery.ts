import type { MailLanguage } from '@vitrine/contracts';
import type { Request } from 'express';
import { noteAttempt } from '../audit/who-acted.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';

interface Deps {
  identity: GatewayClients['identity'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
}

/** Hands on that somebody forgot a password. Whether the address is anybody's is nothing that we hear. */
export const requestRecovery =
  ({ identity, limits, addressOf }: Deps) =>
  async (
    { email, language }: { email: string; language: MailLanguage },
    { request }: GatewayContext,
  ): Promise<void> => {
    noteAttempt(request, email);
    await limits.beforeRecovery(addressOf(request));
    await identity.requestRecovery({ email, language }, AS_GATEWAY);
  };
