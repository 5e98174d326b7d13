import * as z from 'zod';
import { FEATURES, withFeature } from '../account.ts';
import type { Account } from '../account.ts';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';

const SetFeature = z.object({ accountId: z.uuid(), feature: z.enum(FEATURES), isOn: z.boolean() });

/** @throws AppError `not-found` where there is no such account. */
export const setFeature =
  ({ inTransaction }: ChangeDeps) =>
  (input: z.input<typeof SetFeature>): Promise<Account> => {
    const { accountId, feature, isOn } = checkedInput(SetFeature, input);
    return inTransaction(async ({ accounts, outbox }) => {
      const before = found(await accounts.locked(accountId), 'account');
      const { account, events } = withFeature(before, feature, isOn);
      await accounts.save(account);
      await outbox.add(events);
      return account;
    });
  };
