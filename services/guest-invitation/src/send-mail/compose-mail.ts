import { MAIL_REASONS, type ShareFacts } from '@vitrine/contracts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type * as z from 'zod';
import { AS_GUEST_INVITATION } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { hashOfCode } from '../guest-code.ts';
import { type Invitation, isExpired } from '../invitation.ts';
import { languageOf } from '../mail-language.ts';
import type { MailKind, MailSend } from '../mail-repository.ts';
import { codeMail } from '../mail/code-mail.ts';
import { type InvitationMailSettings, invitationMail } from '../mail/invitation-mail.ts';
import { endsSoon } from '../mail/notices.ts';
import { noticeMail } from '../mail/notice.ts';
import type { Mail } from '../mail/transport.ts';
import { wordsIn } from '../mail/words-in.ts';
import type { MailWords } from '../mail/words.ts';
import { isWanted } from '../reminders.ts';
import { noticeToOwner } from './compose-for-owner.ts';

/** What a mail is made of. The secret is for the one whose link it is to hold. */
export interface MailParts {
  readonly database: GuestDeps['database'];
  readonly clients: GuestDeps['clients'];
  readonly settings: InvitationMailSettings;
  readonly mail: MailSend;
  readonly share: z.infer<typeof ShareFacts>;
  readonly secret: string;
}

/** A mail as it goes out now, or why none is to go out any more. */
export type Composed = { mail: Mail } | { needless: string };

/** Reads anew what the mail is about, and whether it is wanted: it may have waited for long. */
export const composeMail = async (parts: MailParts): Promise<Composed> => {
  const { clients, mail, share } = parts;
  const asked = () => clients.identity.policyOf({ accountId: share.accountId }, AS_GUEST_INVITATION);
  if (!(await isWanted(mail.kind, asked))) return { needless: 'The account wants no such mails.' };
  return COMPOSERS[mail.kind](parts);
};

const ENDED = { needless: MAIL_REASONS.ended };
const CLOSED = { needless: 'The share was closed when its mail was to be sent.' };
const NOBODY = { needless: 'There was nobody to tell, or nothing, when the mail was to be sent.' };

const invitationOf = async (parts: MailParts): Promise<Composed> => {
  const { mail, share, secret, settings } = parts;
  const invitation = await giveLink(parts);
  if (invitation === null) return ENDED;
  const words = await wordsForGuest(parts, invitation);
  return { mail: invitationMail({ mailId: mail.id, invitation, share, secret, words, settings }) };
};

const reminderOf = async (parts: MailParts): Promise<Composed> => {
  const { mail, share, secret, settings } = parts;
  if (!share.isOpen) return CLOSED;
  const invitation = await giveLink(parts);
  if (invitation === null) return ENDED;
  const words = await wordsForGuest(parts, invitation);
  const notice = endsSoon(await aboutOf(parts, words), invitation, secret);
  return { mail: noticeMail({ mailId: mail.id, to: invitation.email, notice, words, settings }) };
};

/** A code that nobody waits for any more is not sent. */
const codeOf = async (parts: MailParts): Promise<Composed> => {
  const { database, mail, share, secret: code, settings } = parts;
  if (!share.isOpen) return CLOSED;
  const codeHash = await hashOfCode(mail.id, code);
  const guest = await database.inTransaction(async ({ invitations, codes, databaseNow }) => {
    const invitation = await invitations.locked(mail.invitationId);
    if (invitation === null || isExpired(invitation, await databaseNow())) return null;
    return (await codes.keep(mail.id, codeHash)) ? invitation : null;
  });
  if (guest === null) return { needless: 'Nobody waited for the code any more.' };
  const words = await wordsForGuest(parts, guest);
  return { mail: codeMail({ mailId: mail.id, to: guest.email, title: share.title, code, words, settings }) };
};

/** An owner who cannot sign in can do nothing about it. */
const toOwner = async (parts: MailParts): Promise<Composed> => {
  const { database, mail, share, settings } = parts;
  const { repositories } = database;
  if (await repositories.users.isDisabled(share.ownerId)) return NOBODY;
  const read = await repositories.users.languageOf(share.ownerId);
  const words = wordsIn(languageOf({ asked: null, read, chosen: null }));
  const notice = await noticeToOwner(repositories, mail, await aboutOf(parts, words));
  return notice === null
    ? NOBODY
    : { mail: noticeMail({ mailId: mail.id, to: share.ownerEmail, notice, words, settings }) };
};

const COMPOSERS: Record<MailKind, (parts: MailParts) => Promise<Composed>> = {
  invitation: invitationOf,
  'ends-soon': reminderOf,
  code: codeOf,
  'link-requested': toOwner,
  'delivery-failed': toOwner,
  'unopened-soon': toOwner,
  'ended-unopened': toOwner,
};

const aboutOf = async ({ database, share, settings }: MailParts, words: MailWords) => ({
  share,
  publicUrl: settings.publicUrl,
  words,
  now: await database.repositories.databaseNow(),
});

/** A colleague has a language of their own; an address has what its guest read last. */
const wordsForGuest = async (
  { database: { repositories }, mail }: MailParts,
  guest: Invitation,
): Promise<MailWords> => {
  const own = guest.userId === null ? null : await repositories.users.languageOf(guest.userId);
  const read = own ?? (await repositories.readings.lastOf(guest));
  return wordsIn(languageOf({ asked: mail.language, read, chosen: guest.language }));
};

/** Keeps the hash of a new secret; null for somebody who is no guest any more. */
const giveLink = ({ database, mail, secret }: MailParts): Promise<Invitation | null> =>
  database.inTransaction(async ({ invitations, mails, links, databaseNow }) => {
    const invitation = await invitations.locked(mail.invitationId);
    if (invitation === null || isExpired(invitation, await databaseNow())) return null;
    if (!(await mails.isQueued(mail.id))) return null;
    await links.add(invitation.id, hashOfSecret(secret));
    return invitation;
  });
