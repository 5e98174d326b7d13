import type { ActivityEntry, UserActor, shareInternalContract } from '@vitrine/contracts';
import type { ServiceClient } from '@vitrine/platform/http/clients.ts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import * as z from 'zod';
import type { ActivityDatabase } from '../activity-repository.ts';
import { entryOf } from '../logged-event.ts';

/** What showing a timeline stands on; who may manage a share is share's to say. */
export interface ShowTimelineDeps {
  readonly database: Pick<ActivityDatabase, 'repositories'>;
  readonly clients: { readonly share: Pick<ServiceClient<typeof shareInternalContract>, 'managedBy'> };
}

interface ShowTimeline {
  readonly id: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const Place = z.object({ at: z.iso.datetime(), id: z.uuid() });

/** Shows what happened around a share, newest first, to who may manage it. */
export const showTimeline =
  ({ database: { repositories }, clients }: ShowTimelineDeps) =>
  async ({ id, cursor, limit }: ShowTimeline, actor: UserActor): Promise<Page<ActivityEntry>> => {
    const after = decodeCursor(Place, cursor);
    await clients.share.managedBy({ shareId: id }, { context: { actor } });
    const rows = await repositories.log.ofShare(id, { after, limit: limit + 1 });
    return pageOfRows(rows, limit, {
      itemOf: entryOf,
      keyOf: (row) => ({ at: row.at.toISOString(), id: row.id }),
    });
  };
