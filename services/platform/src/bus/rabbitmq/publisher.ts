import type { Channel, ConfirmChannel, Message, Options } from 'amqplib';
import type { Refusal } from '../../errors/refusal.ts';
import type { Log } from '../../log/log.ts';
import { withinTime } from '../../schedule/within-time.ts';
import type { BusObserver } from '../observer.ts';
import { keepChannel } from './kept-channel.ts';
import type { Link } from './link.ts';

/** Where a message goes, and what it is. */
export interface Outgoing {
  readonly exchange: string;
  readonly routingKey: string;
  readonly content: Buffer;
  readonly properties: Options.Publish;
}

/** Publishes with confirms. */
export interface Publisher {
  /**
   * Resolves when the broker has the message safely in every queue that it is for, and tells whether there was any.
   * Rejects where that did not come in time; it may have come all the same.
   */
  readonly publish: (message: Outgoing) => Promise<{ readonly isRouted: boolean }>;
  /** Resolves when messages can be published. */
  readonly whenOpen: () => Promise<void>;
  /** Why none can be published, where only a person can mend it. */
  readonly refusal: () => Refusal | undefined;
  /** The broker takes nothing, or does again. */
  readonly setBlocked: (isBlocked: boolean) => void;
  /** Waits so long for the confirms that are still to come. */
  readonly close: (flushMs: number) => Promise<void>;
}

/** What a publisher works with. */
export interface PublisherOptions {
  readonly link: Link;
  readonly log: Log;
  readonly observer: BusObserver;
  readonly timeoutMs: number;
  /** Makes sure that there is what is published to. */
  readonly declare: (channel: Channel) => Promise<void>;
}

/** One confirm channel, opened anew whenever it was lost. */
export const createPublisher = (options: PublisherOptions): Publisher => {
  const { link, log, observer, timeoutMs, declare } = options;
  const gate = createGate();
  const sending = createSending(observer);
  const kept = keepChannel({
    link,
    log,
    name: 'publishing',
    open: (connection) => connection.createConfirmChannel(),
    prepare: async (channel) => {
      channel.on('return', sending.onReturn);
      await declare(channel);
    },
    onReady: () => gate.set('open', true),
    onLost: () => gate.set('open', false),
  });
  return {
    publish: async (message) => {
      const startedAt = performance.now();
      const outcome = gate.whenOpen().then(() => sending.send(kept.opened(), message));
      try {
        const told = await withinTime(outcome, timeoutMs, 'The broker did not confirm in time.', {
          holdsProcess: false,
        });
        observer.confirmed((performance.now() - startedAt) / 1_000);
        return told;
      } catch (error) {
        observer.unconfirmed();
        throw error;
      }
    },
    whenOpen: gate.whenOpen,
    refusal: kept.refusal,
    setBlocked: (isBlocked) => gate.set('unblocked', !isBlocked),
    close: async (flushMs) => {
      kept.end();
      const unconfirmed = sending.count() > 0 ? kept.opened()?.waitForConfirms() : undefined;
      await withinTime(Promise.resolve(unconfirmed), flushMs, 'There was no confirm in time.').catch(
        (error: unknown) => log.warn({ count: sending.count(), err: error }, 'events were left unconfirmed'),
      );
    },
  };
};

/** Publishes, and keeps for each message under way whether it came back: the broker tells that before it confirms. */
const createSending = (observer: BusObserver) => {
  const pending = new Map<string, { isRouted: boolean }>();
  let sentCount = 0;
  return {
    count: () => pending.size,
    onReturn: ({ properties, fields }: Message): void => {
      const returned = pending.get(String(properties.correlationId));
      if (returned) returned.isRouted = false;
      observer.returned(fields.routingKey);
    },
    send: (channel: ConfirmChannel | undefined, { exchange, routingKey, content, properties }: Outgoing) =>
      new Promise<{ isRouted: boolean }>((resolve, reject) => {
        if (!channel) throw new Error('There is no connection to the broker.');
        const correlationId = String((sentCount += 1));
        const entry = { isRouted: true };
        pending.set(correlationId, entry);
        const onConfirm = (error: Error | null) => {
          pending.delete(correlationId);
          if (error) reject(error);
          else resolve(entry);
        };
        channel.publish(
          exchange,
          routingKey,
          content,
          { ...properties, mandatory: true, correlationId },
          onConfirm,
        );
      }),
  };
};

/** Open while both hold: there is a channel, and the broker takes messages. */
const createGate = () => {
  const conditions = { open: false, unblocked: true };
  let waiting = Promise.withResolvers<unknown>();
  const isOpen = () => conditions.open && conditions.unblocked;
  return {
    whenOpen: async (): Promise<void> => {
      while (!isOpen()) await waiting.promise;
    },
    set: (condition: keyof typeof conditions, holds: boolean) => {
      conditions[condition] = holds;
      if (!isOpen()) return;
      const { resolve } = waiting;
      waiting = Promise.withResolvers<unknown>();
      resolve(undefined);
    },
  };
};
