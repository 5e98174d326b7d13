import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';

interface KeptSession {
  readonly id: string;
  readonly session: { readonly publicId: string | null };
}

/**
 * What a session is called in answers. Its own id is the hash of its secret, which is nobody's to read (promises.md,
 * section 4). Sessions of before there was another one have one that follows from it and does not lead back.
 */
export const publicIdOf = ({ id, session: { publicId } }: KeptSession): string =>
  publicId ?? hashOfSecret(`public id of ${id}`);

/** The one of these that answers call by that id. */
export const calledBy = <Found extends KeptSession>(sessions: readonly Found[], id: string): Found | null =>
  sessions.find((each) => publicIdOf(each) === id) ?? null;
