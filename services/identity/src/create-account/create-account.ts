import * as z from 'zod';
import { AccountName, openAccount } from '../account.ts';
import type { Account } from '../account.ts';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';

const CreateAccount = z.object({
  name: AccountName,
  features: z.object({ shares: z.boolean() }).default({ shares: false }),
});

/** @throws AppError `conflict` where an account has that name. */
export const createAccount =
  ({ inTransaction, newId }: ChangeDeps) =>
  (input: z.input<typeof CreateAccount>): Promise<Account> => {
    const { name, features } = checkedInput(CreateAccount, input);
    return inTransaction(async ({ accounts, outbox, databaseNow }) => {
      const now = await databaseNow();
      const { account, events } = openAccount({ id: newId(), name, features, now });
      await accounts.add(account);
      await outbox.add(events);
      return account;
    });
  };
