const NAME_BYTES_MAX = 255;
const KEY_BYTES_MAX = 1024;
// All that we make are like this, and a download asks for each of its thousands.
const plainKey = /^[a-z0-9_-][a-z0-9._-]*(?:\/[a-z0-9_-][a-z0-9._-]*)*$/;

/**
 * A key as stores hold it: what is not a small letter, a digit, `-`, `_` or `.` is percent-encoded, so that every key is a
 * path of plain file names and an address that nobody rewrites.
 * @throws for what is no key: no name, an empty one, one that begins with a dot, one that is too long
 */
export const storedKey = (key: string): string => {
  if (key.length <= NAME_BYTES_MAX && plainKey.test(key)) return key;
  const names = key.split('/').map(storedText);
  const stored = names.join('/');
  if (!names.every(isName) || stored.length > KEY_BYTES_MAX)
    throw new Error(`Not a key of an object: ${JSON.stringify(key)}`);
  return stored;
};

/** The beginning of keys, which may end within a name. */
export const storedPrefix = (prefix: string): string => prefix.split('/').map(storedText).join('/');

/** The key of which a store holds this. */
export const keyOf = (stored: string): string => decodeURIComponent(stored);

/** The same; null for what no store holds so: somebody else's file. */
export const keyIfStored = (stored: string): string | null => {
  try {
    const key = keyOf(stored);
    return storedKey(key) === stored ? key : null;
  } catch {
    return null;
  }
};

const isName = (name: string): boolean =>
  name !== '' && !name.startsWith('.') && name.length <= NAME_BYTES_MAX;

// Capitals too: on some disks `A` and `a` are the same file.
const storedText = (text: string): string => {
  if (!text.isWellFormed()) throw new Error(`Not a key of an object: ${JSON.stringify(text)}`);
  return text.replace(/[^a-z0-9._-]/gu, percentEncoded);
};

const percentEncoded = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
