import { guestInternalContract } from '@vitrine/contracts';
import { implement } from '@orpc/server';
import { serviceOf, userOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import { newSecret } from '@vitrine/platform/ids/ids.ts';
import type { World } from './peers.ts';

/** What every mail with a code says here. */
export const RIGHT_CODE = '123456';

const askForCode = (
  codes: World['codes'],
  { token, browser, newCode }: { token: string; browser: string | null; newCode: boolean },
) => {
  const expiresAt = '2026-11-24T12:10:00.000Z';
  if (browser !== null && codes.get(browser) === token && !newCode) return { expiresAt, browser: null };
  const secret = newSecret();
  codes.set(secret, token);
  return { expiresAt, browser: secret };
};

/** The service of guests, as far as the gateway asks it. */
export const guestPeer = ({ invitations, invited, received, shares, calls, codes, codesAskedOf }: World) => {
  const os = implement(guestInternalContract).$context<ServiceContext>();
  return os.router({
    open: os.open.handler(({ input, context }) => {
      serviceOf(context.actor);
      const invitation = invitations.get(input.token);
      if (!invitation) throw new AppError('link-not-valid');
      if (codesAskedOf.has(input.token)) throw new AppError('code-required');
      if (input.language) calls.push(`${invitation.invitationId} opens in ${input.language}`);
      return invitation;
    }),
    sendCode: os.sendCode.handler(({ input }) => {
      if (!invitations.has(input.token)) throw new AppError('link-not-valid');
      if (input.language) calls.push(`code asked for in ${input.language}`);
      const { expiresAt, browser } = askForCode(codes, input);
      return { maskedEmail: 'l•••@agency.test', expiresAt, browser };
    }),
    enterCode: os.enterCode.handler(({ input }) => {
      const waiting = codes.get(input.browser);
      if (!waiting) throw new AppError('code-expired');
      if (input.language) calls.push(`code entered in ${input.language}`);
      if (input.code !== RIGHT_CODE) throw new AppError('wrong-code', { triesLeft: 4 });
      codes.delete(input.browser);
      const invitation = invitations.get(waiting);
      if (!invitation) throw new AppError('link-not-valid');
      return invitation;
    }),
    setLanguage: os.setLanguage.handler(({ input }) => {
      calls.push(`${input.invitationId} reads ${input.language}`);
    }),
    live: os.live.handler(({ input }) => {
      const found = [...invitations.values()].find(
        ({ invitationId, secretVersion }) =>
          invitationId === input.invitationId && secretVersion === input.secretVersion,
      );
      if (!found) throw new AppError('link-not-valid');
      return found;
    }),
    countGuests: os.countGuests.handler(() => ({ shares: [] })),
    domainsNotForGuests: os.domainsNotForGuests.handler(() => ({ domainIds: [] })),
    countInvitations: os.countInvitations.handler(() => undefined),
    managed: os.managed.handler(({ input, context }) => {
      const { userId } = userOf(context.actor);
      const found = [...invitations.values()].find(({ invitationId }) => invitationId === input.guestId);
      if (found?.shareId !== input.shareId || shares.get(found.shareId)?.ownerId !== userId)
        throw new AppError('not-found');
      return { invitationId: found.invitationId, secretVersion: found.secretVersion };
    }),
    requestLink: os.requestLink.handler(({ input, context }) => {
      calls.push(`link request ${input.token} for ${serviceOf(context.actor).service}`);
    }),
    openAsUser: os.openAsUser.handler(() => undefined),
    ofUser: os.ofUser.handler(() => ({ invitation: null })),
    allOfUser: os.allOfUser.handler(({ input }) => ({ invitations: received.get(input.userId) ?? [] })),
    wasEverInvited: os.wasEverInvited.handler(({ input }) => ({
      wasEverInvited: invited.has(input.userId),
    })),
  });
};
