import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string | undefined>();

/** The W3C `traceparent` of what runs now, if it is part of a trace. */
export const currentTraceparent = (): string | undefined => storage.getStore();

/** Runs the work as part of a trace: the events it adds to an outbox carry it on. */
export const withTraceparent = <T>(traceparent: string | undefined, work: () => T): T =>
  storage.run(traceparent, work);
