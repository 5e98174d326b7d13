import type { GuestClients } from './clients.ts';
import type { InvitationMailSettings } from './mail/invitation-mail.ts';
import type { BounceSettings } from './mail/return-path.ts';
import type { GuestDatabase } from './invitation-repository.ts';

/** What the features of this service stand on. */
export interface GuestDeps {
  readonly database: GuestDatabase;
  readonly clients: GuestClients;
  readonly newId: () => string;
  /** What links begin with. */
  readonly settings: Pick<InvitationMailSettings, 'publicUrl'>;
  /** Where mails return to that cannot be delivered; undefined where nobody reads those. */
  readonly bounces?: BounceSettings | undefined;
  /** Called after a commit that left a mail to send. */
  readonly onMailQueued: () => void;
}
