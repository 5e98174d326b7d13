import type { ShareTransaction } from './share-repository.ts';
import type { Decision } from './share.ts';

/** Keeps what was decided and tells it, in one transaction; does nothing where nothing changed. */
export const keepDecision = async (
  { shares, outbox }: Pick<ShareTransaction, 'shares' | 'outbox'>,
  { share, events }: Decision,
): Promise<void> => {
  if (events.length === 0) return;
  await shares.save(share);
  await outbox.add(events);
};
