import type { Socket } from 'node:net';

/**
 * Answers that were handed over to the last byte, some megabytes of which may still wait in the kernel for a slow
 * client. The service holds its end of the connection, and resets it when the right to those bytes is gone: that reset
 * is passed on, as long as the client has not asked for anything else on its connection.
 */
export interface LingeringAnswers {
  /** Takes over the connection that a whole answer came by, and lets go of it by `end`. */
  readonly add: (client: Socket, link: Socket, end: () => void) => void;
  /** The client asks for something else: so it has all that came before. */
  readonly forget: (client: Socket) => void;
}

/** By then the kernel has sent what it held, or gave it up; the service lets go of an idle connection before. */
const LINGER_MS = 120_000;
/** Less than that a client has as soon as it was handed over. */
export const LINGER_BYTE_SIZE_MIN = 512 * 1_024;

export const createLingeringAnswers = (): LingeringAnswers => {
  const lingering = new WeakMap<Socket, () => void>();
  const forget = (client: Socket): void => lingering.get(client)?.();
  return {
    forget,
    add: (client, link, end) => {
      forget(client);
      // It may have been reset while the last of it waited in this process.
      if (link.errored) client.resetAndDestroy();
      if (link.destroyed) {
        end();
        return;
      }
      const { bytesRead } = client;
      const letGo = () => {
        clearTimeout(timer);
        client.off('close', letGo);
        lingering.delete(client);
        end();
      };
      const timer = setTimeout(letGo, LINGER_MS).unref();
      client.once('close', letGo);
      lingering.set(client, letGo);
      link.once('error', () => {
        if (client.bytesRead === bytesRead && lingering.get(client) === letGo) client.resetAndDestroy();
      });
      link.once('close', letGo);
    },
  };
};
