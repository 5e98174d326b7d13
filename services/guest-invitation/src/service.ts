import { subscribe } from '@vitrine/platform/bus/subscription.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { announceExpiry } from './announce-expiry/announce-expiry.ts';
import { answerLinkRequests } from './answer-link-requests/answer-link-requests.ts';
import type { GuestClients } from './clients.ts';
import { forgetGuests } from './forget-guests/forget-guests.ts';
import type { GuestDatabase } from './invitation-repository.ts';
import type { InvitationMailSettings } from './mail/invitation-mail.ts';
import type { BounceSettings } from './mail/return-path.ts';
import type { MailTransport } from './mail/transport.ts';
import { guestRoutes } from './routes.ts';
import type { MailResult } from './send-mail/send-mail.ts';
import { createMailLoop } from './send-mail/mail-loop.ts';
import { remind } from './remind/remind.ts';
import { whenDownloadCompleted } from './when-download-completed/when-download-completed.ts';
import { whenDownloadStarted } from './when-download-started/when-download-started.ts';
import { whenRecoveryRequested } from './when-recovery-requested/when-recovery-requested.ts';
import { whenShareCreated } from './when-share-created/when-share-created.ts';
import { whenShareDeleted } from './when-share-deleted/when-share-deleted.ts';
import { whenUserChanged } from './when-user-changed/when-user-changed.ts';
import { whenUserDisabled } from './when-user-disabled/when-user-disabled.ts';

/** What guest-invitation stands on. */
export interface GuestInvitationDeps {
  readonly database: GuestDatabase;
  readonly clients: GuestClients;
  readonly newId: () => string;
  readonly transport: MailTransport;
  readonly settings: InvitationMailSettings;
  readonly log: Log;
  /** Where mails return to that cannot be delivered; undefined where nobody reads those. */
  readonly bounces?: BounceSettings | undefined;
  /** Is told what became of each attempt to send a mail. */
  readonly countMail?: (result: MailResult) => void;
}

/** All that guest-invitation does: what it answers, what it reacts to, and the mail that it sends. */
export const createGuestInvitationService = (deps: GuestInvitationDeps) => {
  const mailLoop = createMailLoop(deps);
  const onMailQueued = mailLoop.runSoon;
  return {
    routes: guestRoutes({ ...deps, onMailQueued }),
    subscriptions: [
      subscribe('guest-invitation.when-recovery-requested', whenRecoveryRequested({ onMailQueued })),
      subscribe('guest-invitation.when-share-created', whenShareCreated({ newId: deps.newId, onMailQueued })),
      subscribe('guest-invitation.when-share-deleted', whenShareDeleted),
      subscribe('guest-invitation.when-user-changed', whenUserChanged),
      subscribe('guest-invitation.when-user-disabled', whenUserDisabled),
      subscribe('guest-invitation.when-download-completed', whenDownloadCompleted),
      subscribe('guest-invitation.when-download-started', whenDownloadStarted),
    ],
    jobs: [
      { name: 'guest-invitation.announce-expiry', seconds: 2, run: announceExpiry(deps) },
      { name: 'guest-invitation.remind', seconds: 10, run: remind({ ...deps, onMailQueued }) },
      { name: 'guest-invitation.forget-guests', seconds: 60, run: forgetGuests(deps) },
      {
        name: 'guest-invitation.answer-link-requests',
        seconds: 2,
        run: answerLinkRequests({ ...deps, onMailQueued }),
      },
    ],
    workers: [mailLoop],
  };
};
