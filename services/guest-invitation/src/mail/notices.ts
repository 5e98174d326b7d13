import type { ShareFacts } from '@vitrine/contracts';
import type * as z from 'zod';
import { type Invitation, isExpired } from '../invitation.ts';
import { oneLine } from '../plain-text.ts';
import { instantOf } from './dates.ts';
import type { Notice } from './notice.ts';

/** What is so as a mail goes out. */
interface About {
  share: z.infer<typeof ShareFacts>;
  publicUrl: string;
  now: Date;
}

/** To the owner: somebody stands before a door that does not open. */
export const linkRequested = (about: About, guest: Invitation): Notice => {
  const { share, publicUrl } = about;
  const title = oneLine(share.title);
  return {
    subject: `${guest.email} asks for a new link to “${title}”`,
    lead: `${guest.email} asks for a new link`,
    title,
    words: whyItDoesNotOpen(about, guest),
    action: { label: 'Open guests', link: `${publicUrl}/shares/${share.shareId}?tab=guests` },
    footnotes: ['Nothing changes before you do it. A guest can ask once a day.'],
  };
};

const whyItDoesNotOpen = ({ share, now }: About, { removedAt, expiresAt }: Invitation): string => {
  if (removedAt !== null)
    return 'This guest was removed, so the link is dead. Invite them again if they are to have access.';
  if (isExpired({ expiresAt }, now))
    return `The link ended on ${instantOf(expiresAt)}. Renew the guest to give a new one.`;
  if (!share.isOpen) return 'The share is disabled, so no link opens it. Enable it to bring the links back.';
  return `There is a link that works until ${instantOf(expiresAt)}. Resend the invitation if it was lost.`;
};
