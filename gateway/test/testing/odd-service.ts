import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { type RemoteLimits, remoteUpstream } from '../../src/upstreams/remote-upstream.ts';
import { echoes, runGateway } from './running-gateway.ts';

type Behave = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A gateway before a service in another process, which behaves as a test wants. */
export const gatewayBeforeService = async (limits: Partial<RemoteLimits> = {}) => {
  const state: { behave: Behave; asked: number } = { behave: () => undefined, asked: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    state.asked += 1;
    state.behave(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const at = (url: string) => remoteUpstream({ name: 'other', url, log: quietLog, limits });
  const url = `http://127.0.0.1:${port}`;
  const gateway = await runGateway({ upstreams: { ...echoes(), asset: at(url), download: at(url) } });
  return {
    state,
    sockets,
    port,
    gateway,
    at,
    url: gateway.url,
    stop: async () => {
      await gateway.stop();
      server.closeAllConnections();
      server.close();
    },
  };
};

export type OddService = Awaited<ReturnType<typeof gatewayBeforeService>>;
