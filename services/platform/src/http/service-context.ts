import type { Actor } from '@vitrine/contracts';
import type { Log } from '../log/log.ts';

/** What every route of a service is handed beside its input. */
export interface ServiceContext {
  /** Who acts: verified before the route runs. */
  actor: Actor;
  /** Where the route itself finds out who acts: whether it is anybody. */
  isAnybody?: () => Promise<boolean>;
  log: Log;
  /** The header If-Match, where the request has one; for a route whose answer has a version. */
  ifMatch?: string | undefined;
}
