declare module 'virtual:contract-routes' {
  import type { publicContract } from '@vitrine/contracts';

  /** The contract without its schemas: same shape, only the routes are there at run time. */
  export const contractRoutes: typeof publicContract;
}
