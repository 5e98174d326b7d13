import type { MailLanguage } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  guest: GatewayClients['guest'];
  whoActs: WhoActs;
}

/** Keeps what the guest of this browser reads the page in: mails to the guest are written in it. */
export const setGuestLanguage =
  ({ guest, whoActs }: Deps) =>
  async ({ language }: { language: MailLanguage }, { request }: GatewayContext): Promise<void> => {
    const actor = await whoActs.guest(request);
    if (!actor) throw new AppError('not-signed-in');
    const { invitationId, secretVersion } = actor;
    await guest.setLanguage({ invitationId, secretVersion, language }, AS_GATEWAY);
  };
