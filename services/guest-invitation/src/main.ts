import { identityInternalContract, shareInternalContract } from '@vitrine/contracts';
import { createBreaker } from '@vitrine/platform/circuit/breaker.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { runService } from '@vitrine/platform/service/run-service.ts';
import { bouncesOf } from './bounce-config.ts';
import { GuestInvitationConfig } from './config.ts';
import { guestInvitationDatabase } from './invitation-repository.ts';
import { guardedTransport, isMailServerFailure } from './mail/guarded-transport.ts';
import { createSmtpTransport } from './mail/smtp-transport.ts';
import { createGuestInvitationService } from './service.ts';

await runService({
  name: 'guest-invitation',
  settings: GuestInvitationConfig,
  environment: process.env,
  database: guestInvitationDatabase,
  create: ({ config, database, log, metrics, clientOf }) => {
    const mails = metrics.counter({
      name: 'mails_total',
      help: 'Attempts to hand a mail over, by what became of them.',
      labelNames: ['result'],
    });
    return createGuestInvitationService({
      database,
      log,
      newId,
      countMail: (result) => {
        mails({ result });
      },
      // Mail waits in the database while the mail server does not answer: it is no part of being ready.
      transport: guardedTransport(
        createSmtpTransport(config.SMTP_URL),
        createBreaker({ name: 'mail', log, isFailure: isMailServerFailure, observe: metrics.noteCircuit }),
      ),
      bounces: bouncesOf(config),
      settings: { publicUrl: config.PUBLIC_URL, from: config.MAIL_FROM },
      clients: {
        share: clientOf('share', shareInternalContract, config.SHARE_URL),
        identity: clientOf('identity', identityInternalContract, config.IDENTITY_URL),
      },
    });
  },
});
