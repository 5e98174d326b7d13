import type { CloudEvent, DataOf, EventDefinition } from '@vitrine/contracts';
import type * as z from 'zod';
import { newId } from '../ids/ids.ts';
import { type NewEvent, newEvent } from '../outbox/new-event.ts';
import { currentTraceparent } from '../outbox/trace-context.ts';

/** The event as it crosses the border of the process: CloudEvents 1.0, structured JSON. */
export const envelope = (event: NewEvent, time: string): CloudEvent => {
  const traceparent = currentTraceparent();
  return {
    specversion: '1.0',
    id: newId(),
    type: event.type,
    source: event.source,
    subject: event.subject,
    time,
    datacontenttype: 'application/json',
    ...(traceparent === undefined ? {} : { traceparent }),
    data: event.data,
  };
};

/** An event of whoever keeps nothing, and so has no outbox: it is told when it is published, or not at all. */
export const cloudEvent = <Definition extends EventDefinition>(
  definition: Definition,
  content: { readonly subject: string; readonly data: z.input<Definition['data']> & DataOf<Definition> },
  time: string,
): CloudEvent => envelope(newEvent(definition, content), time);
