import * as z from 'zod';
import { ABORTED_BY } from '../http/downloads.ts';
import { quickUuids } from '../model/uuids.ts';
import { defineEvent } from './define-event.ts';

const download = z.object({
  downloadId: z.uuid(),
  version: z.int(),
  kind: z.enum(['file', 'zip']),
  fileName: z.string(),
  byteSize: z.int(),
  entryCount: z.int(),
  assetIds: quickUuids(z.array(z.uuid())),
  /** Null where a user downloads from a domain of theirs, not through a share. */
  shareId: z.uuid().nullable(),
  invitationId: z.uuid().nullable(),
  userId: z.uuid().nullable(),
  accountId: z.uuid().nullable(),
  /** The person's name, or the guest's address, for the timeline. */
  actorName: z.string().nullable(),
});

export const DownloadPreparedV1 = defineEvent({
  type: 'download.prepared.v1',
  producer: 'download',
  summary: 'A download was planned: what it will contain is fixed.',
  data: download,
});

export const DownloadStartedV1 = defineEvent({
  type: 'download.started.v1',
  producer: 'download',
  summary: 'The first bytes of a download were asked for.',
  data: download,
});

export const DownloadCompletedV1 = defineEvent({
  type: 'download.completed.v1',
  producer: 'download',
  summary: 'The last byte of a download was handed over.',
  data: download,
});

export const DownloadAbortedV1 = defineEvent({
  type: 'download.aborted.v1',
  producer: 'download',
  summary: 'A download ended before its last byte.',
  data: download.extend({
    abortedBy: z.enum(ABORTED_BY),
    bytesSent: z.int(),
  }),
});
