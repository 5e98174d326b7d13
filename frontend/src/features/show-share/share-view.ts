export const TABS = ['assets', 'guests', 'activity'] as const;
export type ShareTab = (typeof TABS)[number];

/** How a person looks at a share; the address holds it. Nothing set means its assets. */
export type ShareView = {
  tab?: Exclude<ShareTab, 'assets'>;
  /** The asset whose preview is open. */
  preview?: string;
};

/** Reads a view out of an address. What is not understood is left out, since links are old or written by hand. */
export function parseShareView({ tab, preview }: Record<string, unknown>): ShareView {
  return {
    ...(tab === 'guests' || tab === 'activity' ? { tab } : {}),
    ...(typeof preview === 'string' && preview !== '' ? { preview } : {}),
  };
}
