import { DomainCreatedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { AssetTransaction } from '../asset-repository.ts';

export const whenDomainCreated = on(DomainCreatedV1, ({ data }, { domains }: AssetTransaction) =>
  domains.learn(data),
);
