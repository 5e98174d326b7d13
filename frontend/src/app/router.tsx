import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { parseAssetsView } from '../features/browse-assets/assets-view.ts';
import { queryClient } from '../shared/api/query-client.ts';
import { sessionQuery } from '../shared/session/session-api.ts';
import { Frame } from './frame/frame.tsx';
import { PageFailed, PageMissing } from './pages/page-problems.tsx';
import { parseAddress, writeAddress } from './search-params.ts';

type Context = { queries: QueryClient };

const root = createRootRouteWithContext<Context>()({ notFoundComponent: PageMissing });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>) => (typeof next === 'string' ? { next } : {}),
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});

/** Everything that needs a session stands under this route. */
const portal = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const assets = createRoute({
  getParentRoute: () => portal,
  path: '/',
  validateSearch: parseAssetsView,
  component: lazyRouteComponent(() => import('./pages/assets-page.tsx'), 'AssetsPage'),
});

const shares = createRoute({
  getParentRoute: () => portal,
  path: '/shares',
  component: lazyRouteComponent(() => import('./pages/shares-page.tsx'), 'SharesPage'),
});

const routeTree = root.addChildren([signIn, portal.addChildren([assets, shares])]);

export const router = createRouter({
  routeTree,
  context: { queries: queryClient },
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
