import type { ShareFacts } from '@vitrine/contracts';
import type * as z from 'zod';
import type { Invitation } from '../invitation.ts';
import { type InvitationWords, invitationHtml } from './invitation-html.ts';
import { invitationText } from './invitation-text.ts';
import type { Mail } from './transport.ts';

/** What every invitation says of this system. */
export interface InvitationMailSettings {
  /** The address that people use; the one link begins with it and never with what a request said. */
  readonly publicUrl: string;
  /** Sender, as `Vitrine <assets@example.com>`. */
  readonly from: string;
}

const UNTIL = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

/** A header is one line, whatever a person typed (RFC 5322, section 2.2). */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const countOf = (assetCount: number): string => (assetCount === 1 ? '1 file' : `${assetCount} files`);

/** The mail of one invitation. Its link holds the secret; nothing else does. */
export const invitationMail = (parts: {
  mailId: string;
  invitation: Invitation;
  share: z.infer<typeof ShareFacts>;
  secret: string;
  settings: InvitationMailSettings;
}): Mail => {
  const { mailId, invitation, share, secret, settings } = parts;
  const words: InvitationWords = {
    sharedBy: oneLine(share.ownerName),
    title: oneLine(share.title),
    description: share.description,
    message: invitation.message ?? (invitation.hasShareMessage ? share.invitationMessage : null),
    files: countOf(share.assetCount),
    until: UNTIL.format(invitation.expiresAt),
    link: `${settings.publicUrl}/guest/${secret}`,
    isInternal: invitation.kind === 'internal',
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
