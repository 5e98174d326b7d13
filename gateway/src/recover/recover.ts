import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Request } from 'express';
import { notePerson } from '../audit/who-acted.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  identity: GatewayClients['identity'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  whoActs: WhoActs;
}

/** Sets a password by the secret of a mail. Nobody is signed in by that. */
export const recover =
  ({ identity, limits, addressOf, whoActs }: Deps) =>
  async (input: { token: string; newPassword: string }, { request }: GatewayContext): Promise<void> => {
    const address = addressOf(request);
    await limits.beforeLink(address);
    try {
      notePerson(request, await whoActs.whileChanging(() => identity.recover(input, AS_GATEWAY)));
    } catch (error) {
      if (error instanceof AppError && error.code === 'link-not-valid') await limits.afterWrongLink(address);
      throw error;
    }
  };
