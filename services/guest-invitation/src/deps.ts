import type { GuestClients } from './clients.ts';
import type { GuestDatabase } from './invitation-repository.ts';

/** What the features of this service stand on. */
export interface GuestDeps {
  readonly database: GuestDatabase;
  readonly clients: GuestClients;
  readonly newId: () => string;
  /** Called after a commit that left a mail to send. */
  readonly onMailQueued: () => void;
}
