import type { ShareFacts } from '@vitrine/contracts';
import type * as z from 'zod';
import type { Invitation } from '../invitation.ts';
import { guestUrl } from '../links.ts';
import { oneLine, plainLines } from '../plain-text.ts';
import { type InvitationFacts, invitationHtml } from './invitation-html.ts';
import { invitationText } from './invitation-text.ts';
import type { Mail } from './transport.ts';
import type { MailWords } from './words.ts';

type Facts = z.infer<typeof ShareFacts>;

/** What every invitation says of this system. */
export interface InvitationMailSettings {
  /** The address that people use; the one link begins with it and never with what a request said. */
  readonly publicUrl: string;
  /** Sender, as `Vitrine <assets@example.com>`. */
  readonly from: string;
}

/** The words of the sender; null where there are none. */
const messageOf = (invitation: Invitation, share: Facts): string | null =>
  plainLines((invitation.hasShareMessage ? share.invitationMessage : invitation.message) ?? '') || null;

/** The mail of one invitation. Its link holds the secret; nothing else does. */
export const invitationMail = (parts: {
  mailId: string;
  invitation: Invitation;
  share: Facts;
  secret: string;
  words: MailWords;
  settings: InvitationMailSettings;
}): Mail => {
  const { mailId, invitation, share, secret, words, settings } = parts;
  const facts: InvitationFacts = {
    sharedBy: oneLine(share.ownerName),
    title: oneLine(share.title),
    description: plainLines(share.description),
    message: messageOf(invitation, share),
    fileCount: share.assetCount,
    until: words.instant(invitation.expiresAt),
    link: guestUrl(settings, secret),
    isInternal: invitation.kind === 'internal',
    replacesLink: invitation.secretVersion > 1,
  };
  return {
    messageId: `${mailId}@${new URL(settings.publicUrl).hostname}`,
    from: settings.from,
    to: invitation.email,
    language: words.language,
    subject: words.invitation.subject(facts.sharedBy, facts.title),
    text: invitationText(facts, words),
    html: invitationHtml(facts, words),
  };
};
