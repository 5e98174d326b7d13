import { connect } from 'amqplib';
import type { ChannelModel, RecoveringChannelModel } from 'amqplib';
import { reasonOf } from '../../errors/reason-of.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Log } from '../../log/log.ts';
import { withinTime } from '../../schedule/within-time.ts';

/** A connection to the broker that comes back when it was lost. */
export interface Link {
  /** Hands out each connection that there will be, beginning with the present one. */
  readonly onConnection: (use: (connection: ChannelModel) => void) => void;
  readonly isConnected: () => boolean;
  readonly close: () => Promise<void>;
}

/** How a connection is made. */
export interface LinkOptions {
  readonly url: string;
  /** As it shall be called in the broker's list of connections and in our log. */
  readonly name: string;
  readonly log: Log;
  /** Ends the waiting for a broker that is not there. */
  readonly signal: AbortSignal;
  readonly onBlocked?: (isBlocked: boolean) => void;
}

/** A dead link is noticed after two to three of these, at both ends. */
const HEARTBEAT_SECONDS = 5;
const HANDSHAKE_TIMEOUT_MS = 10_000;
const RECOVERY = { initialDelay: 100, maxDelay: 2_000, waitForConnect: false };
const SAY_EVERY_MS = 5_000;
const CLOSE_TIMEOUT_MS = 2_000;

/**
 * Connects, waiting for a broker that is not there yet and saying so every few seconds.
 * @throws Refusal with a sentence where the broker does not let us in
 */
export const openLink = async (options: LinkOptions): Promise<Link> => {
  const { url, name, log } = options;
  const recovering = await connect(withHeartbeat(url), {
    recovery: RECOVERY,
    noDelay: true,
    timeout: HANDSHAKE_TIMEOUT_MS,
    clientProperties: { connection_name: name },
  });
  const present = track(recovering, options);
  try {
    await firstConnection(recovering, options);
  } catch (error) {
    await recovering.close();
    throw error;
  }
  return {
    isConnected: () => present.connection !== undefined,
    onConnection: (use) => {
      if (present.connection) use(present.connection);
      recovering.on('connect', use);
    },
    close: async () => {
      await withinTime(recovering.close(), CLOSE_TIMEOUT_MS, 'The broker does not answer.').catch(
        (error: unknown) => {
          log.debug({ link: name, err: error }, 'could not say goodbye to the broker');
        },
      );
    },
  };
};

const track = (recovering: RecoveringChannelModel, { url, name, log, onBlocked }: LinkOptions) => {
  const present: { connection: ChannelModel | undefined } = { connection: undefined };
  const facts = { link: name, broker: placeOf(url) };
  let saidAt = -Infinity;
  let awaySince = performance.now();
  const waited = () => ({ waitedSeconds: Math.round((performance.now() - awaySince) / 1_000) });
  recovering.on('connect', (connection) => {
    present.connection = connection;
    saidAt = -Infinity;
    onBlocked?.(false);
    log.info({ ...facts, ...waited() }, 'connected to the broker');
  });
  recovering.on('disconnect', (error) => {
    present.connection = undefined;
    awaySince = performance.now();
    log.warn({ ...facts, reason: reasonOf(error) }, 'lost the broker; connecting again');
  });
  recovering.on('connect-failed', (error) => {
    if (performance.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = performance.now();
    log.warn({ ...facts, reason: reasonOf(error), ...waited() }, 'waiting for the broker');
  });
  recovering.on('blocked', (reason) => {
    onBlocked?.(true);
    log.warn({ ...facts, reason }, 'the broker takes no messages');
  });
  recovering.on('unblocked', () => {
    onBlocked?.(false);
    log.info(facts, 'the broker takes messages again');
  });
  // What is wrong is told by 'disconnect' as well; an error that nobody listens to would end the process.
  recovering.on('error', (error) => log.debug({ ...facts, err: error }, 'an error of the connection'));
  recovering.on('handler-error', (error) =>
    log.error({ ...facts, err: error as Error }, 'a listener failed'),
  );
  return present;
};

const firstConnection = (recovering: RecoveringChannelModel, { url, signal }: LinkOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    recovering.once('connect', () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    recovering.on('connect-failed', (error) => {
      if (!isRefusal(error)) return;
      const sentence = `AMQP_URL: the broker at ${placeOf(url)} does not let us in: wrong user, password or virtual host.`;
      reject(new Refusal(sentence, { cause: error }));
    });
  });

/** ACCESS-REFUSED for a wrong password; for a virtual host that does not exist the client tells no more than this. */
const isRefusal = (error: Error): boolean =>
  /ACCESS.REFUSED|NOT.ALLOWED|got <?ConnectionClose/.test(error.message);

const withHeartbeat = (url: string): string => {
  const address = new URL(url);
  if (!address.searchParams.has('heartbeat'))
    address.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
  return address.href;
};

/** The address without user and password. */
const placeOf = (url: string): string => new URL(url).host;
