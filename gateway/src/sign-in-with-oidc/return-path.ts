const CONTROL_OR_BACKSLASH = /[\p{Cc}\\]/u;
const LENGTH_MAX = 2_000;

/** Where to go after signing in: a path of this portal, never another site that a link smuggled in. */
export const returnPath = (next: unknown, publicUrl: URL): string => {
  if (typeof next !== 'string' || next.length > LENGTH_MAX) return '/';
  if (!next.startsWith('/') || next.startsWith('//') || CONTROL_OR_BACKSLASH.test(next)) return '/';
  const url = new URL(next, publicUrl);
  const isOurs = url.origin === publicUrl.origin && !url.pathname.startsWith('/sign-in');
  return isOurs ? url.pathname + url.search + url.hash : '/';
};
