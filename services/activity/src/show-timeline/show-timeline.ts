import type { ActivityEntry, UserActor } from '@vitrine/contracts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import { entryOf } from '../logged-event.ts';
import { Place } from '../place.ts';
import type { ReadLogDeps } from '../read-log.ts';

interface ShowTimeline {
  readonly id: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Shows what happened around a share, newest first, to who may manage it. */
export const showTimeline =
  ({ database: { repositories }, clients }: ReadLogDeps) =>
  async ({ id, cursor, limit }: ShowTimeline, actor: UserActor): Promise<Page<ActivityEntry>> => {
    const after = decodeCursor(Place, cursor);
    await clients.share.managedBy({ shareId: id }, { context: { actor } });
    const rows = await repositories.log.ofShare(id, { after, limit: limit + 1 });
    return pageOfRows(rows, limit, {
      itemOf: entryOf,
      keyOf: (row) => ({ at: row.at.toISOString(), id: row.id }),
    });
  };
