import type { MailLanguage } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  identity: GatewayClients['identity'];
  whoActs: WhoActs;
}

/** Keeps what the person who acts uses the page in: mails to that person are written in it. */
export const setLanguage =
  ({ identity, whoActs }: Deps) =>
  async ({ language }: { language: MailLanguage }, { request, response }: GatewayContext): Promise<void> => {
    const person = await whoActs.signedIn(request, response);
    if (!person) throw new AppError('not-signed-in');
    const { userId } = person.profile;
    await whoActs.whileChanging(() => identity.setLanguage({ userId, language }, AS_GATEWAY));
  };
