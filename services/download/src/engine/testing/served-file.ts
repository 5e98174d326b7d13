import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';
import { SendFailure } from '../send-failure.ts';
import { sendRange } from '../sender.ts';
import type { SendRange } from '../sender.ts';

/** What came of a request: the failure of the sender, or nothing when all was sent. */
export type Outcome = unknown;

/** Serves one range of one file to whoever connects, as the route of the service does. */
export const serveFile = async (send: Omit<SendRange, 'response'>) => {
  const outcomes: Promise<Outcome>[] = [];
  const server = createServer((_, response) => {
    outcomes.push(respond(response, send));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    /** A raw connection that has asked, and reads only what the test reads. */
    ask: async (): Promise<Socket> => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      const asked = once(server, 'request');
      socket.write('GET / HTTP/1.1\r\nHost: test\r\n\r\n');
      await asked;
      return socket;
    },
    outcome: (index = 0): Promise<Outcome> => outcomes[index] ?? Promise.reject(new Error('Nobody asked.')),
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

const respond = async (response: ServerResponse, send: Omit<SendRange, 'response'>): Promise<Outcome> => {
  response.setHeader('content-length', send.to - send.from);
  try {
    await sendRange({ ...send, response });
    response.end();
    return undefined;
  } catch (error) {
    if (error instanceof SendFailure && error.byteSize === 0 && !response.headersSent) {
      response.writeHead(503, { 'content-length': 0 }).end();
    } else resetConnection(response.socket);
    return error;
  }
};
