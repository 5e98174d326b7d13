import { ACT_AS_HEADER, GUEST_SHARE_HEADER } from '@vitrine/contracts';

/** Says with a call that a guest is meant: of this share, or of the one that the browser opened last. */
export function headersOfGuest(shareId: string | undefined): Record<string, string> {
  const asGuest = { [ACT_AS_HEADER]: 'guest' };
  // It is read from the address, where anything may stand.
  return shareId === undefined ? asGuest : { ...asGuest, [GUEST_SHARE_HEADER]: encodeURIComponent(shareId) };
}
