import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** What came over a connection, byte by byte, and how it ended. */
export interface RawAnswer {
  head: string;
  body: Buffer;
  ending: 'end' | 'reset';
}

/** A client without a library between it and the bytes: it knows whether a connection ended or was reset. */
export const rawConnection = (url: string) => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const state: { ending?: RawAnswer['ending'] } = {};
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => (state.ending = 'reset'));
  return {
    socket,
    send: (method: string, path: string, version = '1.1', headers: readonly string[] = []) =>
      socket.write(
        [`${method} ${path} HTTP/${version}`, 'Host: vitrine.test', ...headers, '', ''].join('\r\n'),
      ),
    received: () => Buffer.concat(chunks),
    ended: async (): Promise<RawAnswer> => {
      if (!socket.closed) await closed(socket);
      return { ...splitHead(Buffer.concat(chunks)), ending: state.ending ?? 'end' };
    },
  };
};

const closed = async (socket: Socket): Promise<void> => {
  // It is an end like another: the error is noted where it comes.
  await once(socket, 'close').catch(() => once(socket, 'close'));
};

const splitHead = (bytes: Buffer) => {
  const at = bytes.indexOf('\r\n\r\n');
  return at < 0
    ? { head: '', body: bytes }
    : { head: bytes.subarray(0, at).toString('latin1'), body: bytes.subarray(at + 4) };
};

/** One request on a connection that is closed after it. */
export const rawExchange = async (
  url: string,
  request: { path: string; method?: string; version?: string; headers?: readonly string[] },
): Promise<RawAnswer> => {
  const { path, method = 'GET', version = '1.1', headers = [] } = request;
  const connection = rawConnection(url);
  connection.send(method, path, version, ['Connection: close', ...headers]);
  return connection.ended();
};
