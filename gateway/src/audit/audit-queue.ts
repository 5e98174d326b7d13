import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent } from '@vitrine/contracts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { sayRepeatedFailure } from '@vitrine/platform/log/repeated-failure.ts';

/** What is told to the audit, on its way. */
export interface AuditQueue {
  /** Sends it on, again and again until the bus has it. Holds up nobody. */
  readonly add: (event: CloudEvent) => void;
  /** Waits until everything is with the bus, for a few seconds; what is left then is counted in the log. */
  readonly drain: () => Promise<void>;
}

/** More than a gateway answers in minutes without a bus. Beyond, what is new is lost, and the log says so. */
const WAITING_MAX = 20_000;
const RETRY_MS = 1_000;
const DRAIN_MS = 5_000;

/**
 * Keeps in memory what the bus has not taken yet. What changed something is told by the event of that very change as
 * well, which its service keeps until the bus has it: a gateway that is killed loses where it came from, not that it was.
 */
export const createAuditQueue = ({
  publish,
  log,
}: {
  publish: (event: CloudEvent) => Promise<void>;
  log: Log;
}): AuditQueue => {
  const waiting = new Set<Promise<void>>();
  const stopping = new AbortController();
  const telling = sayRepeatedFailure(log, 'what happened is not told to the audit yet');
  const send = async (event: CloudEvent): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await publish(event);
        telling.succeeded();
        return;
      } catch (error) {
        telling.failed(error);
        await pause(RETRY_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      }
    }
  };
  return {
    add: (event) => {
      if (waiting.size >= WAITING_MAX) {
        log.error({ waiting: waiting.size }, 'too much waits for the audit: a request is not told to it');
        return;
      }
      const sending = send(event).finally(() => waiting.delete(sending));
      waiting.add(sending);
    },
    drain: async () => {
      const isOver = new AbortController();
      const late = pause(DRAIN_MS, undefined, { signal: isOver.signal }).catch(() => undefined);
      await Promise.race([Promise.all(waiting), late]);
      isOver.abort();
      if (waiting.size > 0) log.error({ lost: waiting.size }, 'ended before the audit was told everything');
      stopping.abort();
    },
  };
};
