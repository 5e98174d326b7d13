import type { Bus } from '@vitrine/platform/bus/port.ts';

/** A bus that can be kept waiting. */
export interface Holdable {
  /** What happens during the work stays in the outboxes until its end: told together, events cost far less. */
  holdWhile: <Outcome>(work: () => Promise<Outcome>) => Promise<Outcome>;
}

export const holdable = <Held extends Bus>(bus: Held): Held & Holdable => {
  let free: Promise<unknown> = Promise.resolve();
  return {
    ...bus,
    whenOpen: async () => {
      await bus.whenOpen();
      await free;
    },
    holdWhile: async (work) => {
      const over = Promise.withResolvers<unknown>();
      free = over.promise;
      try {
        return await work();
      } finally {
        over.resolve(undefined);
      }
    },
  };
};
