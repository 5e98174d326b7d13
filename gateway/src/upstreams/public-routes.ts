import { traverseContractProcedures } from '@orpc/server';
import { API_PREFIX, BYTE_ROUTES, publicContract } from '@vitrine/contracts';

export type UpstreamName = 'identity' | 'asset' | 'share' | 'guest-invitation' | 'download' | 'activity';

/** A route that browsers may use, and who answers it. */
export interface PublicRoute {
  method: string;
  /** In Express's form. */
  path: string;
  answeredBy: UpstreamName | 'gateway';
  /** Whether it changes what people may, so that nobody is believed to be who they were before. */
  changesPeople?: boolean;
}

/** Who answers each group of the public contract. */
const ANSWERED_BY: Record<keyof typeof publicContract, PublicRoute['answeredBy']> = {
  session: 'gateway',
  guestSession: 'gateway',
  guestBrowsers: 'gateway',
  tokens: 'identity',
  users: 'identity',
  assets: 'asset',
  uploads: 'asset',
  downloads: 'download',
  shares: 'share',
  guest: 'share',
  guests: 'guest-invitation',
  bounces: 'guest-invitation',
  activity: 'activity',
  audit: 'activity',
  administration: 'identity',
};

/** All that is reachable from outside; there is no list beside the contract. */
export const publicRoutes = (): PublicRoute[] => {
  const routes: PublicRoute[] = Object.values(BYTE_ROUTES).map(({ method, path, service }) => ({
    method,
    path,
    answeredBy: service,
  }));
  traverseContractProcedures({ router: publicContract, path: [] }, ({ contract, path: [group] }) => {
    const { method = 'POST', path = '' } = contract['~orpc'].route;
    routes.push({
      method: method.toLowerCase(),
      path: API_PREFIX + path.replaceAll(/\{(\w+)\}/g, ':$1'),
      answeredBy: ANSWERED_BY[group as keyof typeof publicContract],
      ...(group === 'administration' && method !== 'GET' && { changesPeople: true }),
    });
  });
  return routes;
};
