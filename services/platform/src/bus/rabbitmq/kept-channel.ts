import type { Channel, ChannelModel } from 'amqplib';
import { Refusal } from '../../errors/refusal.ts';
import type { Log } from '../../log/log.ts';
import { withinTime } from '../../schedule/within-time.ts';
import type { Link } from './link.ts';

/** A channel that is opened anew, and made ready again, whenever it was lost. */
export interface KeptChannel<Kind extends Channel> {
  /** The one that is open, ready or not. */
  readonly opened: () => Kind | undefined;
  /** Why none gets ready, where only a person can mend it. */
  readonly refusal: () => Refusal | undefined;
  /** Opens no other one. */
  readonly end: () => void;
}

/** What kind of channel, and what becomes of it. */
export interface KeptChannelOptions<Kind extends Channel> {
  readonly link: Link;
  readonly log: Log;
  /** What the channel is for, as it stands in lines of the log. */
  readonly name: string;
  readonly open: (connection: ChannelModel) => Promise<Kind>;
  /** Makes it ready; where that rejects or takes too long another one is opened. */
  readonly prepare: (channel: Kind) => Promise<void>;
  readonly onReady?: (channel: Kind) => void;
  readonly onLost?: () => void;
  readonly onRefusal?: (refusal: Refusal) => void;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const PREPARE_MS = 30_000;
const NO_ANSWER =
  'The broker answers nothing for a queue. If it was killed just when the queue was new, delete the queue.';

/**
 * Opens a channel on each connection that the link makes. A channel ends alone by an error that the broker tells on it
 * (404, 406), or because the one who uses it closes it: then another is opened on the same connection.
 */
export const keepChannel = <Kind extends Channel>(options: KeptChannelOptions<Kind>): KeptChannel<Kind> => {
  const { link } = options;
  const state: State<Kind> = { channel: undefined, refusal: undefined, failures: 0, isEnded: false };
  let present: ChannelModel | undefined;

  const openOn = async (connection: ChannelModel): Promise<void> => {
    if (state.isEnded || present !== connection) return;
    const reopen = once(() => {
      if (present !== connection) return;
      state.channel = undefined;
      options.onLost?.();
      if (!state.isEnded && link.isConnected())
        setTimeout(() => void openOn(connection), pauseAfter(state)).unref();
    });
    await openAndPrepare(options, state, { connection, onClose: reopen }).catch((error: unknown) => {
      if (state.isEnded || !link.isConnected()) return;
      failed(options, state, error);
      reopen();
    });
  };
  link.onConnection((connection) => {
    present = connection;
    void openOn(connection);
  });
  return {
    opened: () => state.channel,
    refusal: () => state.refusal,
    end: () => {
      state.isEnded = true;
    },
  };
};

interface State<Kind> {
  channel: Kind | undefined;
  refusal: Refusal | undefined;
  failures: number;
  isEnded: boolean;
}

const openAndPrepare = async <Kind extends Channel>(
  options: KeptChannelOptions<Kind>,
  state: State<Kind>,
  { connection, onClose }: { readonly connection: ChannelModel; readonly onClose: () => void },
): Promise<void> => {
  const channel = listened(await options.open(connection), options);
  channel.once('close', onClose);
  state.channel = channel;
  try {
    await withinTime(options.prepare(channel), PREPARE_MS, NO_ANSWER);
  } catch (error) {
    // One that was ended cannot say goodbye, and one that the broker answers nothing on is not waited for.
    channel.close().catch(() => undefined);
    throw error;
  }
  Object.assign(state, { refusal: undefined, failures: 0 });
  options.onReady?.(channel);
};

const failed = (
  { log, name, onRefusal }: Pick<KeptChannelOptions<Channel>, 'log' | 'name' | 'onRefusal'>,
  state: Pick<State<unknown>, 'refusal'>,
  error: unknown,
): void => {
  const refusal = error instanceof Refusal ? error : undefined;
  state.refusal = refusal;
  if (refusal) onRefusal?.(refusal);
  const reason = refusal ? { reason: refusal.message } : { err: error };
  log.warn({ channel: name, ...reason }, 'could not open a channel of the broker; trying on');
};

const pauseAfter = (state: Pick<State<unknown>, 'failures'>): number => {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** state.failures);
  state.failures += 1;
  return pauseMs;
};

/** An error that nobody listens to would end the process. */
const listened = <Kind extends Channel>(
  channel: Kind,
  { log, name }: Pick<KeptChannelOptions<Kind>, 'log' | 'name'>,
): Kind => {
  channel.on('error', (error) => log.warn({ channel: name, err: error }, 'lost a channel of the broker'));
  channel.on('handler-error', (error) => log.error({ channel: name, err: error }, 'a listener failed'));
  return channel;
};

const once = (work: () => void): (() => void) => {
  let isDone = false;
  return () => {
    if (!isDone) {
      isDone = true;
      work();
    }
  };
};
