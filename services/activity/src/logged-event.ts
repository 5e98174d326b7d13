import {
  type ActivityEntry,
  type CloudEvent,
  type DataOf,
  DownloadAbortedV1,
  DownloadCompletedV1,
  DownloadPreparedV1,
  DownloadStartedV1,
  type EventDefinition,
  GuestExpiredV1,
  GuestForgottenV1,
  GuestInvitedV1,
  GuestLinkMadeV1,
  GuestLinkRequestedV1,
  GuestMailFailedV1,
  GuestMailSentV1,
  GuestOpenedV1,
  GuestRemovedV1,
  GuestRenewedV1,
  GuestResentV1,
  RequestAnsweredV1,
  ShareAssetsAddedV1,
  ShareAssetsRemovedV1,
  ShareCreatedV1,
  ShareDeletedV1,
  ShareDisabledV1,
  ShareEnabledV1,
  ShareUpdatedV1,
} from '@vitrine/contracts';
import { parseTraceparent } from '@vitrine/platform/tracing/traceparent.ts';
import * as z from 'zod';

/** What a timeline says of an event beside its kind and its time. */
export type Line = Pick<ActivityEntry, 'actor' | 'guest' | 'assetCount' | 'detail'>;

/** An event as the log keeps it: whole, and with what a timeline shows of it. */
export interface LoggedEvent extends Line {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly at: Date;
  readonly accountId: string | null;
  /** Null for what happened outside of shares: kept, and in no timeline. */
  readonly shareId: string | null;
  readonly invitationId: string | null;
  /** The share, asset, user or domain that it is about, by the name it had then. */
  readonly about: string | null;
  readonly traceId: string | null;
  /** Of a request that was answered; null for any other event. */
  readonly status: number | null;
  readonly address: string | null;
  readonly browser: string | null;
  readonly system: string | null;
  /** The person who did it, where one did. */
  readonly byUserId: string | null;
  readonly data: unknown;
}

/** What a timeline needs of an event. */
export type TimelineRow = Line & Pick<LoggedEvent, 'id' | 'type' | 'at'>;

/** What of an event is kept. An event that we do not know, or not in this form, is kept with what it tells anyway. */
export const loggedFrom = (event: CloudEvent): LoggedEvent => ({
  id: event.id,
  type: event.type,
  subject: event.subject,
  at: new Date(event.time),
  ...subjectsIn(event.data),
  ...originIn(event.data),
  traceId: parseTraceparent(event.traceparent)?.traceId ?? null,
  ...(LINES.get(event.type)?.(event.data) ?? NOTHING),
  data: event.data,
});

/** A line of a timeline. */
export const entryOf = ({ id, type, at, actor, guest, assetCount, detail }: TimelineRow): ActivityEntry => ({
  id,
  type: kindOf(type),
  at: at.toISOString(),
  actor,
  guest,
  assetCount,
  detail,
});

/** The type of an event without its version. */
export const kindOf = (type: string): string => type.replace(/\.v\d+$/, '');

type ReadLine = (data: unknown) => Line | undefined;

const NOTHING: Line = { actor: null, guest: null, assetCount: null, detail: null };
const id = z.uuid().nullable().catch(null);
const Subjects = z
  .object({ accountId: id, shareId: id, invitationId: id })
  .catch({ accountId: null, shareId: null, invitationId: null });

const text = z.string().nullable().catch(null);
const Named = z
  .object({ title: text, name: text, email: text, fileName: text, userId: id, actorId: id })
  .partial()
  .catch({});
const Answered = z.object({
  status: z.int(),
  address: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
});
const NO_ORIGIN = { status: null, address: null, browser: null, system: null };

const subjectsIn = (data: unknown) => Subjects.parse(data);

/** What an event is about by name, who did it, and of a request how it was answered and where it came from. */
const originIn = (data: unknown) => {
  const { title, name, email, fileName, actorId, userId } = Named.parse(data);
  const answered = Answered.safeParse(data);
  return {
    about: title ?? name ?? fileName ?? email ?? null,
    byUserId: actorId ?? userId ?? null,
    ...(answered.success ? answered.data : NO_ORIGIN),
  };
};

const line = <Definition extends EventDefinition>(
  definition: Definition,
  read: (data: DataOf<Definition>) => Partial<Line>,
): [string, ReadLine] => [
  definition.type,
  (data) => {
    const known = definition.data.safeParse(data);
    return known.success ? { ...NOTHING, ...read(known.data as DataOf<Definition>) } : undefined;
  },
];

const byActor = ({ actorName }: { actorName: string | null }) => ({ actor: actorName });
const ofAssets = ({ actorName, assetIds }: { actorName: string | null; assetIds: string[] }) => ({
  actor: actorName,
  assetCount: assetIds.length,
});
const ofGuest = ({ actorName, email }: { actorName: string | null; email: string }) => ({
  actor: actorName,
  guest: email,
});
/** By itself: nobody did it, or only a machine. */
const aboutGuest = ({ email }: { email: string }) => ({ guest: email });
const byGuest = ({ email }: { email: string }) => ({ actor: email, guest: email });
const ofDownload = (data: DataOf<typeof DownloadStartedV1>) => ({
  actor: data.actorName,
  guest: data.invitationId === null ? null : data.actorName,
  assetCount: data.assetIds.length,
  detail: data.fileName,
});

const LINES = new Map<string, ReadLine>([
  line(ShareCreatedV1, ofAssets),
  line(ShareUpdatedV1, byActor),
  line(ShareEnabledV1, byActor),
  line(ShareDisabledV1, byActor),
  line(ShareAssetsAddedV1, ofAssets),
  line(ShareAssetsRemovedV1, ofAssets),
  line(ShareDeletedV1, byActor),
  line(GuestInvitedV1, ofGuest),
  line(GuestRenewedV1, ofGuest),
  line(GuestResentV1, ofGuest),
  line(GuestLinkMadeV1, ofGuest),
  line(GuestRemovedV1, ofGuest),
  line(GuestExpiredV1, aboutGuest),
  line(GuestForgottenV1, () => ({ guest: '' })),
  line(GuestOpenedV1, byGuest),
  line(GuestLinkRequestedV1, byGuest),
  line(GuestMailSentV1, aboutGuest),
  line(GuestMailFailedV1, ({ email, reason }) => ({ guest: email, detail: reason })),
  line(DownloadPreparedV1, ofDownload),
  line(DownloadStartedV1, ofDownload),
  line(DownloadCompletedV1, ofDownload),
  line(DownloadAbortedV1, ofDownload),
  line(RequestAnsweredV1, byActor),
]);
