import { useEffect } from 'react';
import { leaveForSignIn } from '../../shared/api/query-client.ts';
import { useSessionPhase } from '../../shared/session/ended-session.ts';
import { lazyPart } from '../../shared/ui/lazy-dialog.tsx';
import { keepFromCovered } from './keep-from-covered.ts';

const Cover = lazyPart(async () => (await import('./cover.tsx')).Cover);

/**
 * Where a session ends while its page is open, the sign-in lies over the page, which stays as it is below: nothing of it is
 * seen, read out or reached until the same person is signed in again. For another one the page begins anew.
 */
export function SignInOverPage() {
  const phase = useSessionPhase();
  useEffect(() => keepFromCovered(), []);
  // Where it cannot be read there is the sign-in by itself.
  return phase === 'open' ? null : <Cover isAsking={phase === 'ended'} onClose={leaveForSignIn} />;
}
