import { SIGN_IN_PROBLEMS } from '@vitrine/contracts';
import type { SignInProblem } from '@vitrine/contracts';

type SignInView = {
  /** Where to go afterwards. */
  next?: string;
  /** That a session ended while its page was open: it is said. */
  ended?: 'yes';
  /** Why signing in with the provider came to nothing. */
  problem?: SignInProblem;
};

export function parseSignInView({ next, ended, problem }: Record<string, unknown>): SignInView {
  const known = SIGN_IN_PROBLEMS.find((each) => each === problem);
  return {
    ...(typeof next === 'string' ? { next } : {}),
    ...(ended === 'yes' ? { ended } : {}),
    ...(known === undefined ? {} : { problem: known }),
  };
}

/** Where to go after signing in: a path of this portal, never another site that a link smuggled in. */
export function safeReturnPath(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/';
  return next.startsWith('/sign-in') ? '/' : next;
}
