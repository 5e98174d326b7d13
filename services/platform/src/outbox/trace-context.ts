import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string | undefined>();

/** The W3C `traceparent` of what runs now, if it is part of a trace. */
export const currentTraceparent = (): string | undefined => storage.getStore();

/** The id of the trace that what runs now is part of: 32 hexadecimal digits. */
export const currentTraceId = (): string | undefined => currentTraceparent()?.split('-')[1];

/** Runs the work as part of a trace: the events it adds to an outbox carry it on. */
export const withTraceparent = <T>(traceparent: string | undefined, work: () => T): T =>
  storage.run(traceparent, work);
