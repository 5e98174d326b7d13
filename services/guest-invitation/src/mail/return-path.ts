import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where mails that cannot be delivered return to, and how that is handed over. */
export interface BounceSettings {
  /** As `bounces@example.com`. */
  readonly address: string;
  /** Known to us and to whoever hands returned mails over. */
  readonly token: string;
}

const TAG_LENGTH = 16;
const ID_LENGTH = 32;

/**
 * The address that one mail returns to: `bounces+<id>.<tag>@example.com`. It names the mail, so that nothing that the
 * answer says has to be believed (VERP), and the tag keeps strangers from making one up.
 */
export const returnPathOf = ({ address, token }: BounceSettings, mailId: string): string => {
  const [box = '', domain = ''] = address.split('@');
  const id = mailId.replaceAll('-', '');
  return `${box}+${id}.${tagOf(token, id)}@${domain}`;
};

/** The mail that returned to this address; null for an address that is none of ours. */
export const mailIdIn = ({ address, token }: BounceSettings, recipient: string): string | null => {
  const [box = '', domain = ''] = address.toLowerCase().split('@');
  const plain = recipient.trim().toLowerCase();
  if (!plain.startsWith(`${box}+`) || !plain.endsWith(`@${domain}`)) return null;
  const [, id, tag] =
    /^([0-9a-f]{32})\.([0-9a-f]{16})$/.exec(plain.slice(box.length + 1, -domain.length - 1)) ?? [];
  if (id === undefined || tag === undefined || !isSame(tag, tagOf(token, id))) return null;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** What stands before the `@` has at most 64 octets (RFC 5321, section 4.5.3.1.1). */
export const BOX_LENGTH_MAX = 64 - ID_LENGTH - TAG_LENGTH - '+.'.length;

const tagOf = (token: string, id: string): string =>
  createHmac('sha256', token).update(id).digest('hex').slice(0, TAG_LENGTH);

/** Takes as long wherever two texts differ. */
export const isSame = (one: string, other: string): boolean => {
  const [left, right] = [one, other].map((text) => createHmac('sha256', 'compared').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};
