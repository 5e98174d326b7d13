/**
 * Why signing in with a provider came to nothing, as the sign-in page is told by its query `problem`: it took too long or
 * was begun elsewhere; the provider does not answer; it, or we, let nobody in by that.
 */
export const SIGN_IN_PROBLEMS = ['expired', 'unavailable', 'refused'] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];
