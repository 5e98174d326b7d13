/** How a guest looks at a share; the address holds it. */
export type GuestView = {
  /** The share, where a browser has several open; else the one that was opened last. */
  share?: string;
  /** The asset whose preview is open. */
  preview?: string;
};

/** Reads a view out of an address; what is not understood is left out. */
export function parseGuestView({ share, preview }: Record<string, unknown>): GuestView {
  return { ...(isFilledText(share) && { share }), ...(isFilledText(preview) && { preview }) };
}

function isFilledText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
