/** How a guest looks at a share; the address holds it. */
export type GuestView = {
  /** The asset whose preview is open. */
  preview?: string;
};

/** Reads a view out of an address; what is not understood is left out. */
export function parseGuestView({ preview }: Record<string, unknown>): GuestView {
  return typeof preview === 'string' && preview !== '' ? { preview } : {};
}
