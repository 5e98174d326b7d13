import { sharesIn, useShares } from '../../shared/shares/shares-list-api.ts';
import type { SharesScope } from '../../shared/shares/shares-list-api.ts';

/** The tab that is open: the one asked for, else one's own shares, or those with me where I own none. */
export function useShownScope(asked: SharesScope | undefined): SharesScope {
  const own = useShares({ scope: 'owned', q: '', enabled: asked === undefined });
  const ownsNone = asked === undefined && own.isSuccess && sharesIn(own.data.pages).length === 0;
  const received = useShares({ scope: 'received', q: '', enabled: ownsNone });
  return asked ?? (ownsNone && sharesIn(received.data?.pages).length > 0 ? 'received' : 'owned');
}
