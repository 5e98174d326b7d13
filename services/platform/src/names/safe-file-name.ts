/** The longest name that every common file system takes, in bytes of UTF-8 (ext4, XFS, APFS: 255). */
export const longestNameByteSize = 255;

/** A name in two parts, so that a cut or a suffix never reaches the extension: `photo` and `.jpg`. */
export type NameParts = { stem: string; extension: string };

/**
 * Makes of any text a file name that is safe to write on Windows, macOS and Linux and inside a zip.
 *
 * NFC; separators, wildcards, control, direction and unpaired surrogate characters become `_`; no leading
 * space, no trailing dot or space, hence no `.` and `..`; no drive, no device name of Windows; at most 255
 * bytes of UTF-8, cut between code points with the extension kept. Safe names come back unchanged.
 *
 * Sources: Microsoft, "Naming Files, Paths, and Namespaces"; CVE-2021-42574 for direction characters.
 */
export const safeFileName = (name: string): string => {
  if (isPlainlySafe(name)) return name;
  const cleaned = trimEnds(replaceForbidden(name.replaceAll(/\p{Surrogate}/gu, '_').normalize('NFC')));
  const safe = cutName(avoidDeviceName(cutName(cleaned, longestNameByteSize)), longestNameByteSize);
  return safe === '' ? 'unnamed' : safe;
};

// What most names are: nothing in them needs a second look, and a zip may have a hundred thousand of them.
const plainName = /^[\w!#$%&'()+,;=@^`{}~-][\w !#$%&'()+,.;=@^`{}~-]{0,198}[\w!#$%&'()+,;=@^`{}~-]$/;

const isPlainlySafe = (name: string): boolean => plainName.test(name) && !deviceName.test(name);

/** Splits a name before its extension. A leading dot begins no extension: `.profile` has none. */
export const splitName = (name: string): NameParts => {
  const extension = /(?<=.)\.[\p{L}\p{M}\p{N}_-]{1,16}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length), extension };
};

/** Cuts text to at most `byteSize` bytes of UTF-8, between code points, and drops a trailing dot or space. */
export const cutText = (text: string, byteSize: number): string => {
  if (Buffer.byteLength(text) <= byteSize) return text;
  const bytes = Buffer.from(text);
  let end = byteSize;
  while (end > 0 && isContinuationByte(bytes[end])) end -= 1;
  return withoutTrailing(bytes.toString('utf8', 0, end));
};

const cutName = (name: string, byteSize: number): string => {
  if (Buffer.byteLength(name) <= byteSize) return name;
  const { stem, extension } = splitName(name);
  return cutText(stem, byteSize - Buffer.byteLength(extension)) + extension;
};

const isContinuationByte = (byte: number | undefined): boolean =>
  byte !== undefined && (byte & 0xc0) === 0x80;

const forbidden = new RegExp(
  [
    '[\\\\/:*?"<>|]',
    '\\p{Control}',
    '\\p{Bidi_Control}',
    '\\p{Line_Separator}',
    '\\p{Paragraph_Separator}',
    '\\p{Noncharacter_Code_Point}',
    // Deprecated direction and shaping controls, the byte order mark, and interlinear annotation.
    '[\\u206A-\\u206F\\uFEFF\\uFFF9-\\uFFFB]',
  ].join('|'),
  'gu',
);

const replaceForbidden = (name: string): string => name.replaceAll(forbidden, '_');

const withoutTrailing = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[.\s]/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

const trimEnds = (name: string): string => withoutTrailing(name.trimStart());

// Windows opens the device whatever extension follows, and ignores spaces before it.
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³])\s*(\.|$)/iu;

const avoidDeviceName = (name: string): string => (deviceName.test(name) ? `_${name}` : name);
