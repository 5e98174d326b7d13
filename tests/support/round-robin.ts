import { type Server, type Socket, connect, createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';

/** One address for several replicas: each connection goes to the next one that takes it. */
export interface RoundRobin {
  url: string;
  close: () => Promise<void>;
}

const pipeTo = (client: Socket, ports: readonly number[], turn: number, tries: number): void => {
  const port = ports[turn % ports.length] ?? 0;
  const server = connect(port, '127.0.0.1');
  server.once('connect', () => {
    client.pipe(server).pipe(client);
    client.on('error', () => server.destroy());
    // What ended in order is handed on to its last byte.
    server.on('close', () => {
      if (!server.readableEnded) client.destroy();
    });
  });
  server.on('error', () => {
    if (!server.connecting && server.bytesRead === 0 && tries > 1) pipeTo(client, ports, turn + 1, tries - 1);
    else resetConnection(client);
  });
};

/** A balancer as a cluster has one in front of the replicas of a service. */
export const startRoundRobin = async (ports: readonly number[]): Promise<RoundRobin> => {
  let turn = 0;
  const clients = new Set<Socket>();
  const server: Server = createServer((client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
    client.on('error', () => undefined);
    turn += 1;
    pipeTo(client, ports, turn, ports.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const client of clients) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
