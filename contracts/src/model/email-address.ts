/** The longest address that fits a path of SMTP: RFC 5321, section 4.5.3.1.3, less its angle brackets. */
export const EMAIL_LENGTH_MAX = 254;
/** RFC 5321, section 4.5.3.1.1. */
const LOCAL_PART_LENGTH_MAX = 64;

/** dot-atom of RFC 5322, section 3.2.3; without it there are no comments, quotes, commas or line ends. */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Nothing that an address of the web could read as a port, a path or an escape. */
const DOMAIN_AS_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** RFC 1035, section 2.3.1, with the digits that RFC 1123 allows in front. */
const LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/;
/** The last label is never a number, or the domain would be an address of IPv4. */
const LAST_LABEL = /^[a-z]/;

/**
 * The one plain address that a text is, in the form it is kept and written to; null for anything else.
 *
 * Exactly one addr-spec of RFC 5322 with a dot-atom before the `@`: no display name, comment, quoted local part, list,
 * CR LF or white space inside, which mail libraries have read as further recipients (GHSA-mm7p-fcc7-pg87). The domain
 * comes back in lower case and in its ASCII form (RFC 5891), the local part as it was typed. Spaces around are dropped.
 */
export const parseEmailAddress = (text: string): string | null => {
  const address = text.replaceAll(/^[ \t]+|[ \t]+$/g, '');
  const at = address.indexOf('@');
  const localPart = address.slice(0, Math.max(at, 0));
  const domain = asciiDomain(address.slice(at + 1));
  if (!LOCAL_PART.test(localPart) || localPart.length > LOCAL_PART_LENGTH_MAX || domain === null) return null;
  const parsed = `${localPart}@${domain}`;
  return parsed.length > EMAIL_LENGTH_MAX ? null : parsed;
};

const asciiDomain = (typed: string): string | null => {
  if (!DOMAIN_AS_TYPED.test(typed) || !URL.canParse(`http://${typed}`)) return null;
  const domain = new URL(`http://${typed}`).hostname;
  const labels = domain.split('.');
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label));
  return isDomain && LAST_LABEL.test(labels.at(-1) ?? '') ? domain : null;
};
