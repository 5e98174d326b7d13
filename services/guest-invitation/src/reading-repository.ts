import { type MailLanguage, ToldLanguage } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { Invitation } from './invitation.ts';

/** What guests read the guest's page in. */
export const readingRepository = (client: TransactionOf<PrismaClient>) => ({
  readings: {
    keep: async (invitationId: string, language: MailLanguage): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO guest_reading VALUES (${invitationId}::uuid, ${language}, now())
        ON CONFLICT (invitation_id) DO UPDATE SET language = excluded.language, read_at = excluded.read_at`;
    },
    /** What the one of that address read last, by whatever invitation of the account; null for who never read. */
    lastOf: async ({
      accountId,
      email,
    }: Pick<Invitation, 'accountId' | 'email'>): Promise<MailLanguage | null> => {
      const [row] = await client.$queryRaw<{ language: string }[]>`
        SELECT guest_reading.language FROM guest_reading JOIN invitation ON invitation.id = invitation_id
        WHERE account_id = ${accountId}::uuid AND lower(email) = lower(${email})
        ORDER BY read_at DESC, invitation_id LIMIT 1`;
      return ToldLanguage.parse(row?.language);
    },
  },
});
