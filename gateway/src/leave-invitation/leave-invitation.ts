import type { GatewayContext } from '../gateway-context.ts';
import type { OpenShares } from '../sessions/open-shares.ts';
import { shareNamedBy } from '../who-acts/share-named-by.ts';

/** Ends the session for one share in this browser; the link itself goes on working, and so do other shares. */
export const leaveInvitation =
  ({ openShares }: { openShares: OpenShares }) =>
  async ({ request, response }: GatewayContext): Promise<void> => {
    await openShares.end(request, response, shareNamedBy(request));
  };
