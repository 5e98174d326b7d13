import { MAIL_REASONS } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { oneLine } from '../plain-text.ts';

const LENGTH_MAX = 500;

/**
 * Why a mail was not taken, for the share's owner. A mail server may quote what it refuses, so the secret of the link is
 * cut out: it belongs in no log, no event and on nobody's page (promises.md, section 1, 12).
 */
export const reasonOf = (error: unknown, secret: string): string => {
  if (error instanceof AppError) return MAIL_REASONS['part-silent'];
  const text = error instanceof Error ? error.message : String(error);
  return withoutSecret(oneLine(text), secret).slice(0, LENGTH_MAX);
};

/** Soft line ends of quoted-printable and spaces may stand within what is quoted. */
const withoutSecret = (text: string, secret: string): string =>
  text.replaceAll(new RegExp(Array.from(secret).join(String.raw`[=\s]*`), 'g'), '…');
