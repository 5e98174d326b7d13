/** What of a session decides how a page goes on that was opened in another one. */
type Known = {
  user: { id: string };
  account: { id: string };
  domains: readonly { id: string }[];
  currentDomainId: string | null;
};

type Next =
  /** Nothing of the page is for who is signed in now. */
  | { goesOn: false }
  /** The page goes on as it is; a new session has another current domain, where `domainId` was looked at. */
  | { goesOn: true; domainId: string | null };

/** How a page of the session before goes on in the one of now: as it is for the same person, and for nobody else. */
export function nextOf(before: Known, now: Known): Next {
  if (before.user.id !== now.user.id || before.account.id !== now.account.id) return { goesOn: false };
  const isLeft = before.currentDomainId !== now.currentDomainId;
  const domain = isLeft ? now.domains.find(({ id }) => id === before.currentDomainId) : undefined;
  return { goesOn: true, domainId: domain?.id ?? null };
}
