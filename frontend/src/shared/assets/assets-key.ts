/** The key under which lists of assets are kept; invalidate it when assets came, went or changed. */
export const ASSETS_KEY = ['assets'] as const;
