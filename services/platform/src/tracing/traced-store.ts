import type { ObjectStore } from '../objects/port.ts';
import { inSpan } from './spans.ts';

/** A store whose calls are spans: of a stream, the time until it can be read. No keys, which lead to files. */
export const tracedStore = <Store extends ObjectStore>(store: Store): Store => {
  const traced =
    <Arguments extends unknown[], Answer>(name: string, call: (...values: Arguments) => Promise<Answer>) =>
    (...values: Arguments): Promise<Answer> =>
      inSpan({ name: `store ${name}`, kind: 'client' }, () => call(...values));
  return {
    ...store,
    put: traced('put', store.put),
    get: traced('get', store.get),
    stat: traced('stat', store.stat),
    delete: traced('delete', store.delete),
  };
};
