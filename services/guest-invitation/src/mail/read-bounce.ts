import { MAIL_REASONS } from '@vitrine/contracts';
import { oneLine } from '../plain-text.ts';

/** A mail that says that another one will not be delivered. */
export interface Bounce {
  /** Whom it was sent to: the return path of the other one. */
  readonly recipients: readonly string[];
  /** Why, in the words of the mail server that refused. */
  readonly reason: string;
}

const LENGTH_MAX = 500;

/**
 * Reads a delivery status notification (RFC 3464). Null for everything else that comes to a return path, such as a
 * notice of absence, and for a notification that the mail is only late.
 */
export const readBounce = async (message: string): Promise<Bounce | null> => {
  // Loaded when the first one comes: it takes memory that most processes never need.
  const { simpleParser } = await import('mailparser');
  const {
    headers,
    text = '',
    to,
  } = await simpleParser(message, { skipTextToHtml: true, skipImageLinks: true });
  if (!isReport(headers.get('content-type'))) return null;
  const status = unfolded(text);
  if (fieldIn(status, 'Action')?.toLowerCase() !== 'failed') return null;
  const recipients = [to ?? []].flat().flatMap(({ value }) => value.map(({ address = '' }) => address));
  return { recipients, reason: reasonIn(status) };
};

const isReport = (type: unknown): boolean => {
  const { value, params } = (type ?? {}) as { value?: string; params?: Record<string, string> };
  return value === 'multipart/report' && params?.['report-type']?.toLowerCase() === 'delivery-status';
};

/** A field goes on in lines that begin with a space. */
const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]+/g, ' ');

/** Of the last recipient, should there be several: ours is the only one of its mail. */
const fieldIn = (status: string, name: string): string | undefined =>
  [...status.matchAll(new RegExp(`^${name}:[ \\t]*(.+)$`, 'gim'))].at(-1)?.[1]?.trim();

/** A server may quote what it refused: no link may stand in what is kept. */
const reasonIn = (status: string): string => {
  const said = fieldIn(status, 'Diagnostic-Code')?.replace(/^smtp;\s*/i, '') ?? fieldIn(status, 'Status');
  const words = oneLine(said ?? MAIL_REASONS['came-back']);
  return words.replaceAll(/\/guest\/[\w=\s-]+/g, '/guest/…').slice(0, LENGTH_MAX);
};
