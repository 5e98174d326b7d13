const NAME_BYTES_MAX = 255;
const KEY_BYTES_MAX = 1024;

/**
 * A key as stores hold it: what is not a letter, a digit, `-`, `_` or `.` is percent-encoded, so that every key is a
 * path of plain file names and an address that nobody rewrites.
 * @throws for what is no key: no name, an empty one, one that begins with a dot, one that is too long
 */
export const storedKey = (key: string): string => {
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

const isName = (name: string): boolean =>
  name !== '' && !name.startsWith('.') && name.length <= NAME_BYTES_MAX;

// encodeURIComponent leaves these as they are, and fails for half a pair of surrogates.
const storedText = (text: string): string => {
  if (!text.isWellFormed()) throw new Error(`Not a key of an object: ${JSON.stringify(text)}`);
  return encodeURIComponent(text).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
};
