declare module 'virtual:contract-routes' {
  /** Of the contract, the method and the path of each route, by group and name. */
  export const contractRoutes: Record<string, Record<string, readonly [method: string, path: string]>>;
}

declare module 'virtual:early-drawing' {
  /** Where the scripts lie that draw what is seen first, by page and language; nowhere while developing. */
  export const drawingUrls: Partial<Record<string, { code: string; styles: string }>>;
}
