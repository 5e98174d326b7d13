/**
 * Says that a response is a file to keep and what its name is: the exact one for whoever reads RFC 8187, an ASCII one
 * for all others (RFC 6266, section 4.3 and appendix D). The name is safe already; nothing in it may end the header.
 */
export const attachment = (fileName: string): string =>
  `attachment; filename="${asciiOf(fileName)}"; filename*=UTF-8''${extendedOf(fileName)}`;

// Some readers decode %41 within quotes, others a backslash.
const asciiOf = (fileName: string): string =>
  fileName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ !#$&-[\]-~]/gu, '_');

const extendedOf = (fileName: string): string =>
  encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
