import http from 'node:http';
import https from 'node:https';

/** The connections to a store that are kept from one request to the next. */
export type Connections = {
  get: (origin: string, options: http.RequestOptions) => http.ClientRequest;
  /** A link that broke once has broken for all that rest on it: who tries again gets a new connection. */
  dropIdle: () => void;
  close: () => void;
};

export const createConnections = ({ most }: { most: number }): Connections => {
  const settings = { keepAlive: true, maxSockets: most, maxFreeSockets: most };
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };
  let known = { origin: '', address: { hostname: '', port: '', protocol: '' } };
  const addressOf = (origin: string) => {
    if (known.origin !== origin) known = { origin, address: partsOf(new URL(origin)) };
    return known.address;
  };
  return {
    get: (origin, options) => {
      const address = addressOf(origin);
      const isSecure = address.protocol === 'https:';
      const { request } = isSecure ? https : http;
      return request({ ...address, ...options, agent: agents[isSecure ? 'https:' : 'http:'] });
    },
    dropIdle: () => {
      for (const { freeSockets } of Object.values(agents))
        for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
};

const partsOf = ({ hostname, port, protocol }: URL) => ({ hostname, port, protocol });
