import * as z from 'zod';

/** Who tells others what happened. */
export type EventProducer =
  'identity' | 'asset' | 'share' | 'guest-invitation' | 'download' | 'activity' | 'gateway';

/** One kind of event, declared once; see {@link defineEvent}. */
export interface EventDefinition<Type extends string = string, Data extends z.ZodType = z.ZodType> {
  /** `share.created.v1`: also the routing key. */
  readonly type: Type;
  readonly producer: EventProducer;
  /** One sentence in the past tense, for the generated documents. */
  readonly summary: string;
  readonly data: Data;
}

/** The data that an event of this definition carries. */
export type DataOf<Definition extends EventDefinition> = z.infer<Definition['data']>;

/** The attributes of a CloudEvents 1.0 envelope in structured JSON; `data` is checked by its definition. */
export const CloudEventEnvelope = z.object({
  specversion: z.literal('1.0'),
  /** UUIDv7; what makes a repeated delivery recognisable. */
  id: z.uuid(),
  type: z.string().min(1),
  /** The producing service, as `/vitrine/share`. */
  source: z.string().min(1),
  /** The id of the aggregate that changed. */
  subject: z.string().min(1),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** W3C trace context of the request that caused it. */
  traceparent: z.string().optional(),
  data: z.unknown(),
});

/** A CloudEvents 1.0 event whose `data` has the shape of its definition. */
export type CloudEvent<Data = unknown> = Omit<z.infer<typeof CloudEventEnvelope>, 'data'> & { data: Data };

/** Declares an event: its type is `<aggregate>.<past tense>.v<n>`; a published version only ever adds fields. */
export const defineEvent = <const Type extends string, Data extends z.ZodType>(
  definition: EventDefinition<Type, Data>,
): EventDefinition<Type, Data> => definition;
