import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/** What is left where a guest was named: neither nobody nor anybody. */
const FORMER_GUEST = '';

/** What the log names guests by. */
export const forgettingRepository = (client: TransactionOf<PrismaClient>) => ({
  forgetting: {
    /**
     * Takes out of the log what names the guest of an invitation: the address wherever it stands, what a mail server
     * said of it, and where the guest's requests came from. What happened, and when, stays.
     */
    guest: async ({ invitationId, shareId }: { invitationId: string; shareId: string }): Promise<void> => {
      await client.$executeRaw`SELECT set_config('vitrine.forgets_guests', 'yes', true)`;
      await client.$executeRaw`
        UPDATE logged_event SET
          actor = CASE WHEN actor = guest THEN ${FORMER_GUEST} ELSE actor END,
          about = CASE WHEN about = guest THEN ${FORMER_GUEST} ELSE about END,
          guest = CASE WHEN guest IS NULL THEN NULL ELSE ${FORMER_GUEST} END,
          detail = CASE WHEN type LIKE 'guest.mail-%' THEN NULL ELSE detail END,
          address = CASE WHEN actor = guest THEN NULL ELSE address END,
          browser = CASE WHEN actor = guest THEN NULL ELSE browser END,
          system = CASE WHEN actor = guest THEN NULL ELSE system END,
          data = CASE WHEN actor = guest
            THEN data - '{email,reason,actorName,address,browser,system}'::text[]
            ELSE data - '{email,reason}'::text[] END
        WHERE invitation_id = ${invitationId}::uuid`;
      await client.$executeRaw`
        UPDATE logged_event SET data = data - 'invitationRequest'
        WHERE share_id = ${shareId}::uuid AND data ? 'invitationRequest'`;
      await client.$executeRaw`SELECT set_config('vitrine.forgets_guests', 'no', true)`;
    },
  },
});
