/** The strong ETag of a picture: a part of its SHA-256 is enough to tell two of them apart. */
export const pictureTag = (sha256: Uint8Array): string =>
  `"${Buffer.from(sha256).toString('base64url').slice(0, 27)}"`;
