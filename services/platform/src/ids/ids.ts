import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new UUIDv7 (RFC 9562): ordered by time, so that new rows lie side by side in an index. */
export const newId = (): string => v7();

/** A new secret for a link, a session or a ticket: 32 random bytes in base64url (promises.md, section 1, 12). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: its SHA-256 in hex. A secret of 256 random bits needs no slower function. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
