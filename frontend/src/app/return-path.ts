type SignInView = {
  /** Where to go afterwards. */
  next?: string;
  /** That a session ended while its page was open: it is said. */
  ended?: 'yes';
};

export function parseSignInView({ next, ended }: Record<string, unknown>): SignInView {
  return {
    ...(typeof next === 'string' ? { next } : {}),
    ...(ended === 'yes' ? { ended } : {}),
  };
}

/** Where to go after signing in: a path of this portal, never another site that a link smuggled in. */
export function safeReturnPath(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/';
  return next.startsWith('/sign-in') ? '/' : next;
}
