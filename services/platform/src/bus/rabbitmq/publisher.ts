import type { Channel, ChannelModel, ConfirmChannel, Message, Options } from 'amqplib';
import type { Log } from '../../log/log.ts';
import { withinTime } from '../../schedule/within-time.ts';
import type { BusObserver } from '../observer.ts';
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
  /** The broker takes nothing, or does again. */
  readonly setBlocked: (isBlocked: boolean) => void;
  /** Waits so long for the confirms that are still to come. */
  readonly close: (flushMs: number) => Promise<void>;
}

interface Pending {
  isRouted: boolean;
}

const REOPEN_AFTER_MS = 200;

/** What a publisher works with. */
export interface PublisherOptions {
  readonly link: Link;
  readonly log: Log;
  readonly observer: BusObserver;
  readonly timeoutMs: number;
  /** Makes sure that there is what is published to. */
  readonly declare: (channel: Channel) => Promise<unknown>;
}

/** One confirm channel, opened anew whenever it was lost. */
export const createPublisher = (options: PublisherOptions): Publisher => {
  const { log, observer, timeoutMs } = options;
  const pending = new Map<string, Pending>();
  const gate = createGate();
  const present = keepChannel(options, { pending, gate });
  let count = 0;

  const send = (message: Outgoing) =>
    new Promise<{ isRouted: boolean }>((resolve, reject) => {
      if (!present.channel) throw new Error('There is no connection to the broker.');
      const id = String((count += 1));
      const entry: Pending = { isRouted: true };
      pending.set(id, entry);
      const properties = { ...message.properties, mandatory: true, correlationId: id };
      present.channel.publish(
        message.exchange,
        message.routingKey,
        message.content,
        properties,
        (error: Error | null) => {
          pending.delete(id);
          if (error) reject(error);
          else resolve({ isRouted: entry.isRouted });
        },
      );
    });
  return {
    publish: async (message) => {
      const startedAt = performance.now();
      const outcome = gate.whenOpen().then(() => send(message));
      try {
        const told = await withinTime(outcome, timeoutMs, 'The broker did not confirm in time.');
        observer.confirmed((performance.now() - startedAt) / 1_000);
        return told;
      } catch (error) {
        observer.unconfirmed();
        throw error;
      }
    },
    whenOpen: gate.whenOpen,
    setBlocked: (isBlocked) => gate.set('unblocked', !isBlocked),
    close: async (flushMs) => {
      present.isClosing = true;
      const unconfirmed = pending.size > 0 ? present.channel?.waitForConfirms() : undefined;
      await withinTime(Promise.resolve(unconfirmed), flushMs, 'There was no confirm in time.').catch(
        (error: unknown) => log.warn({ count: pending.size, err: error }, 'events were left unconfirmed'),
      );
    },
  };
};

interface Present {
  channel: ConfirmChannel | undefined;
  isClosing: boolean;
}

const keepChannel = (
  { link, log, observer, declare }: PublisherOptions,
  { pending, gate }: { pending: ReadonlyMap<string, Pending>; gate: Gate },
): Present => {
  const present: Present = { channel: undefined, isClosing: false };
  const onReturn = ({ properties, fields }: Message) => {
    const returned = pending.get(String(properties.correlationId));
    if (returned) returned.isRouted = false;
    observer.returned(fields.routingKey);
  };
  const open = async (connection: ChannelModel): Promise<void> => {
    try {
      const opened = await connection.createConfirmChannel();
      opened.on('error', (error) => log.warn({ err: error }, 'lost the channel for publishing'));
      opened.on('handler-error', (error) => log.error({ err: error }, 'a listener failed'));
      opened.on('return', onReturn);
      opened.once('close', () => {
        present.channel = undefined;
        gate.set('open', false);
        if (!present.isClosing && link.isConnected())
          setTimeout(() => void open(connection), REOPEN_AFTER_MS).unref();
      });
      await declare(opened);
      present.channel = opened;
      gate.set('open', true);
    } catch (error) {
      // The connection went meanwhile, or the channel did and is opened again.
      log.debug({ err: error }, 'could not open a channel for publishing');
    }
  };
  link.onConnection((connection) => void open(connection));
  return present;
};

type Gate = ReturnType<typeof createGate>;

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
