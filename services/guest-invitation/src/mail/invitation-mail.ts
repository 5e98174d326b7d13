import type { ShareFacts } from '@vitrine/contracts';
import type * as z from 'zod';
import type { Invitation } from '../invitation.ts';
import { guestUrl } from '../links.ts';
import { oneLine, plainLines } from '../plain-text.ts';
import { instantOf } from './dates.ts';
import { type InvitationWords, invitationHtml } from './invitation-html.ts';
import { invitationText } from './invitation-text.ts';
import type { Mail } from './transport.ts';

type Facts = z.infer<typeof ShareFacts>;

/** What every invitation says of this system. */
export interface InvitationMailSettings {
  /** The address that people use; the one link begins with it and never with what a request said. */
  readonly publicUrl: string;
  /** Sender, as `Vitrine <assets@example.com>`. */
  readonly from: string;
}

const countOf = (assetCount: number): string =>
  assetCount === 1 ? '1 file' : `${assetCount.toLocaleString('en')} files`;

/** The words of the sender; null where there are none. */
const messageOf = (invitation: Invitation, share: Facts): string | null =>
  plainLines((invitation.hasShareMessage ? share.invitationMessage : invitation.message) ?? '') || null;

/** The mail of one invitation. Its link holds the secret; nothing else does. */
export const invitationMail = (parts: {
  mailId: string;
  invitation: Invitation;
  share: Facts;
  secret: string;
  settings: InvitationMailSettings;
}): Mail => {
  const { mailId, invitation, share, secret, settings } = parts;
  const words: InvitationWords = {
    sharedBy: oneLine(share.ownerName),
    title: oneLine(share.title),
    description: plainLines(share.description),
    message: messageOf(invitation, share),
    files: countOf(share.assetCount),
    until: instantOf(invitation.expiresAt),
    link: guestUrl(settings, secret),
    isInternal: invitation.kind === 'internal',
    replacesLink: invitation.secretVersion > 1,
  };
  return {
    messageId: `${mailId}@${new URL(settings.publicUrl).hostname}`,
    from: settings.from,
    to: invitation.email,
    subject: `${words.sharedBy} shared “${words.title}” with you`,
    text: invitationText(words),
    html: invitationHtml(words),
  };
};
