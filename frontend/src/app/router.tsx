import {
  Outlet,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import type { ParsedLocation } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { parseAssetsView } from '../features/browse-assets/assets-view.ts';
import { assetsPageQuery } from '../features/browse-assets/browse-assets-api.ts';
import { parseSharesView } from '../features/browse-shares/shares-view.ts';
import { parseShareView } from '../features/show-share/share-view.ts';
import { parseGuestView } from '../features/visit-share/guest-view.ts';
import { queryClient } from '../shared/api/query-client.ts';
import { sessionQuery } from '../shared/session/session-api.ts';
import { isCovered } from '../shared/state/covered.ts';
import { SignInOverPage } from './door/sign-in-over-page.tsx';
import { FrameSkeleton } from './frame/frame-skeleton.tsx';
import { Frame } from './frame/frame.tsx';
import { InSlices } from './in-slices.tsx';
import { lazyPage } from './lazy-page.ts';
import { parseAdministrationView } from './pages/administration/administration-view.ts';
import { AssetsPage } from './pages/assets-page.tsx';
import { PageFailed, PageMissing } from './pages/page-problems.tsx';
import { parseSignInView, safeReturnPath } from './return-path.ts';
import { parseAddress, writeAddress } from './search-params.ts';

type Context = { queries: QueryClient };

const root = createRootRouteWithContext<Context>()({ component: Root, notFoundComponent: PageMissing });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: parseSignInView,
  beforeLoad: async ({ context, search }) => {
    const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    if (session !== null) throw redirect({ to: safeReturnPath(search.next) });
  },
  component: lazyPage(async () => (await import('./pages/sign-in-page.tsx')).SignInPage),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyPage(async () => (await import('./pages/recover-pages.tsx')).ForgotPasswordPage),
});

/** The link in the mail to who forgot a password; its secret stands behind the #. */
const recover = createRoute({
  getParentRoute: () => root,
  path: '/recover',
  component: lazyPage(async () => (await import('./pages/recover-pages.tsx')).RecoverPage),
});

/** Everything that needs a session stands under this route. */
const portal = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  component: Frame,
  // What stands there is no promise: it goes as soon as the session is known.
  pendingComponent: FrameSkeleton,
  pendingMinMs: 0,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
});

const assets = createRoute({
  getParentRoute: () => portal,
  path: '/',
  validateSearch: parseAssetsView,
  loaderDeps: ({ search }) => search,
  // The page itself waits for it, not the router.
  loader: ({ context, deps }) => {
    const domainId = context.queries.getQueryData(sessionQuery.queryKey)?.currentDomainId;
    if (domainId) context.queries.query(assetsPageQuery({ domainId, view: deps }, 0)).catch(shownByThePage);
  },
  component: AssetsPage,
});

const shares = createRoute({
  getParentRoute: () => portal,
  path: '/shares',
  validateSearch: parseSharesView,
  component: lazyPage(async () => (await import('./pages/shares-page.tsx')).SharesPage),
});

const share = createRoute({
  getParentRoute: () => portal,
  path: '/shares/$shareId',
  validateSearch: parseShareView,
  component: lazyPage(async () => (await import('./pages/share/share-page.tsx')).SharePage),
});

const administration = createRoute({
  getParentRoute: () => portal,
  path: '/administration',
  validateSearch: parseAdministrationView,
  component: lazyPage(
    async () => (await import('./pages/administration/administration-page.tsx')).AdministrationPage,
  ),
});

/** The link in the mail. It needs no session, and reads nothing before it is opened by hand. */
const guestDoor = createRoute({
  getParentRoute: () => root,
  path: '/guest/$token',
  component: lazyPage(async () => (await import('./pages/guest/guest-door-page.tsx')).GuestDoorPage),
});

const guest = createRoute({
  getParentRoute: () => root,
  path: '/guest',
  validateSearch: parseGuestView,
  component: lazyPage(async () => (await import('./pages/guest/guest-page.tsx')).GuestPage),
});

const routeTree = root.addChildren([
  signIn,
  forgotPassword,
  recover,
  guestDoor,
  guest,
  portal.addChildren([assets, shares, share, administration]),
]);

export const router = createRouter({
  routeTree,
  context: { queries: queryClient },
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: isScrollingOurs,
  // The list goes along below a preview: closing it leads to where the list is by then.
  getScrollRestorationKey: ({ state, href }) => state.openedFrom ?? state.__TSR_key ?? href,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
});

/** Every way that leads on, or changes the address, has a key of its own. */
const openedAs = router.latestLocation.state.__TSR_key;

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function Root() {
  return (
    <>
      <InSlices>
        <Outlet />
      </InSlices>
      <SignInOverPage />
    </>
  );
}

/** Whoever has scrolled what was drawn early stays there when the page takes over; where they go from it is ours again. */
function isScrollingOurs({ location }: { location: ParsedLocation }): boolean {
  const isOpening = location.state.__TSR_key === openedAs;
  return !isOpening || !isCovered() || window.scrollY === 0;
}

// The page asks the same question and shows its failure with a way to try again.
function shownByThePage(): void {}
