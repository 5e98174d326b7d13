import type { ShareFacts } from '@vitrine/contracts';
import type * as z from 'zod';
import type { GuestDeps } from '../deps.ts';
import { type Invitation, isExpired } from '../invitation.ts';
import type { MailKind, MailSend } from '../mail-repository.ts';
import { type InvitationMailSettings, invitationMail } from '../mail/invitation-mail.ts';
import { linkRequested } from '../mail/notices.ts';
import { type Notice, noticeMail } from '../mail/notice.ts';
import type { Mail } from '../mail/transport.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';

/** What a mail is made of. The secret is for the one whose link it is to hold. */
export interface MailParts {
  readonly database: GuestDeps['database'];
  readonly settings: InvitationMailSettings;
  readonly mail: MailSend;
  readonly share: z.infer<typeof ShareFacts>;
  readonly secret: string;
}

/** A mail as it goes out now, or why none is to go out any more. */
export type Composed = { mail: Mail } | { needless: string };

/** Reads anew what the mail is about: it may have waited for long. */
export const composeMail = (parts: MailParts): Promise<Composed> => COMPOSERS[parts.mail.kind](parts);

const ENDED = { needless: 'The invitation ended before its mail was sent.' };

const invitationOf = async (parts: MailParts): Promise<Composed> => {
  const { mail, share, secret, settings } = parts;
  const invitation = await giveLink(parts);
  if (invitation === null) return ENDED;
  return { mail: invitationMail({ mailId: mail.id, invitation, share, secret, settings }) };
};

const linkRequestOf = async (parts: MailParts): Promise<Composed> => {
  const { invitations } = parts.database.repositories;
  const guest = await invitations.everById(parts.mail.invitationId);
  if (guest === null) return ENDED;
  return toOwner(parts, linkRequested(await aboutOf(parts), guest));
};

const COMPOSERS: Record<MailKind, (parts: MailParts) => Promise<Composed>> = {
  invitation: invitationOf,
  'link-requested': linkRequestOf,
};

const aboutOf = async ({ database, share, settings }: MailParts) => ({
  share,
  publicUrl: settings.publicUrl.replace(/\/+$/, ''),
  now: await database.repositories.databaseNow(),
});

const toOwner = ({ mail, share, settings }: MailParts, notice: Notice): Composed => ({
  mail: noticeMail({ mailId: mail.id, to: share.ownerEmail, notice, settings }),
});

/** Keeps the hash of a new secret; null for somebody who is no guest any more. */
const giveLink = ({ database, mail, secret }: MailParts): Promise<Invitation | null> =>
  database.inTransaction(async ({ invitations, mails, links, databaseNow }) => {
    const invitation = await invitations.locked(mail.invitationId);
    if (invitation === null || isExpired(invitation, await databaseNow())) return null;
    if (!(await mails.isQueued(mail.id))) return null;
    await links.add(invitation.id, hashOfSecret(secret));
    return invitation;
  });
