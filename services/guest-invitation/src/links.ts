import type { InvitationMailSettings } from './mail/invitation-mail.ts';

type At = Pick<InvitationMailSettings, 'publicUrl'>;

/** The address that opens a share for the guest who holds the secret. */
export const guestUrl = (at: At, secret: string): string => `${originOf(at)}/guest/${secret}`;

/** The address of a share for whoever signs in. */
export const shareUrl = (at: At, shareId: string): string => `${originOf(at)}/shares/${shareId}`;

const originOf = ({ publicUrl }: At): string => publicUrl.replace(/\/+$/, '');
