declare module 'virtual:contract-routes' {
  /** Of the contract, the method and the path of each route, by group and name. */
  export const contractRoutes: Record<string, Record<string, readonly [method: string, path: string]>>;
}
