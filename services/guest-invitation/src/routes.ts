import { implement } from '@orpc/server';
import { bouncesContract, guestInternalContract, guestsContract } from '@vitrine/contracts';
import { userOf } from '@vitrine/platform/actor/who-acts.ts';
import type { ServiceContext } from '@vitrine/platform/http/service-context.ts';
import type { GuestDeps } from './deps.ts';
import { countInvitations } from './count-invitations/count-invitations.ts';
import { enterCode } from './enter-code/enter-code.ts';
import { findDomainsNotForGuests } from './find-domains-not-for-guests/find-domains-not-for-guests.ts';
import { inviteGuests } from './invite-guests/invite-guests.ts';
import { listGuests } from './list-guests/list-guests.ts';
import { makeGuestLink } from './make-link/make-link.ts';
import { openAsUser } from './open-as-user/open-as-user.ts';
import { openInvitation } from './open-invitation/open-invitation.ts';
import { removeGuest } from './remove-guest/remove-guest.ts';
import { renewGuest } from './renew-guest/renew-guest.ts';
import { requestLink } from './request-link/request-link.ts';
import { resendInvitation } from './resend-invitation/resend-invitation.ts';
import { sendCode } from './send-code/send-code.ts';
import { setGuestLanguage } from './set-guest-language/set-guest-language.ts';
import { showPolicy } from './show-policy/show-policy.ts';
import { takeBounce } from './take-bounce/take-bounce.ts';
import { tellManaged } from './tell-managed/tell-managed.ts';
import {
  tellAllOfUser,
  tellGuestCounts,
  tellLive,
  tellOfUser,
  tellWasEverInvited,
} from './tell-live/tell-live.ts';

/** All routes of guest-invitation. */
export const guestRoutes = (deps: GuestDeps) => ({
  publicRouter: { guests: guestsRouter(deps), bounces: bouncesRouter(deps) },
  internalRouter: internalRouter(deps),
});

const guestsRouter = (deps: GuestDeps) => {
  const os = implement(guestsContract).$context<ServiceContext>();
  return os.router({
    list: os.list.handler(({ input, context }) => listGuests(deps)(input, userOf(context.actor))),
    invite: os.invite.handler(({ input, context }) => inviteGuests(deps)(input, userOf(context.actor))),
    policy: os.policy.handler(({ input, context }) => showPolicy(deps)(input, userOf(context.actor))),
    remove: os.remove.handler(async ({ input, context }) => {
      await removeGuest(deps)(input, userOf(context.actor));
      return undefined;
    }),
    makeLink: os.makeLink.handler(({ input, context }) => makeGuestLink(deps)(input, userOf(context.actor))),
    renew: os.renew.handler(({ input, context }) => renewGuest(deps)(input, userOf(context.actor))),
    resend: os.resend.handler(({ input, context }) => resendInvitation(deps)(input, userOf(context.actor))),
  });
};

const bouncesRouter = (deps: GuestDeps) => {
  const os = implement(bouncesContract).$context<ServiceContext>();
  return os.router({
    take: os.take.handler(async ({ input }) => {
      await takeBounce(deps)(input);
      return undefined;
    }),
  });
};

const internalRouter = (deps: GuestDeps) => {
  const os = implement(guestInternalContract).$context<ServiceContext>();
  const { repositories } = deps.database;
  return os.router({
    open: os.open.handler(({ input, context }) => openInvitation(deps)(input, context.actor)),
    sendCode: os.sendCode.handler(({ input, context }) => sendCode(deps)(input, context.actor)),
    enterCode: os.enterCode.handler(({ input, context }) => enterCode(deps)(input, context.actor)),
    requestLink: os.requestLink.handler(async ({ input, context }) => {
      await requestLink({ repositories })(input, context.actor);
    }),
    setLanguage: os.setLanguage.handler(async ({ input, context }) => {
      await setGuestLanguage(deps)(input, context.actor);
    }),
    live: os.live.handler(({ input, context }) => tellLive({ repositories })(input, context.actor)),
    countInvitations: os.countInvitations.handler(async ({ input, context }) => {
      await countInvitations(deps)(input, context.actor);
    }),
    countGuests: os.countGuests.handler(({ input, context }) =>
      tellGuestCounts({ repositories })(input, context.actor),
    ),
    domainsNotForGuests: os.domainsNotForGuests.handler(({ input, context }) =>
      findDomainsNotForGuests(deps)(input, context.actor),
    ),
    managed: os.managed.handler(({ input, context }) => tellManaged(deps)(input, userOf(context.actor))),
    ofUser: os.ofUser.handler(({ input, context }) => tellOfUser({ repositories })(input, context.actor)),
    openAsUser: os.openAsUser.handler(async ({ input, context }) => {
      await openAsUser(deps)(input, context.actor);
    }),
    allOfUser: os.allOfUser.handler(({ input, context }) =>
      tellAllOfUser({ repositories })(input, context.actor),
    ),
    wasEverInvited: os.wasEverInvited.handler(({ input, context }) =>
      tellWasEverInvited({ repositories })(input, context.actor),
    ),
  });
};
