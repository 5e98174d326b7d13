import type { Connections, Question } from './exchange.ts';
import { type PlainLink, openPlainLink } from './plain-link.ts';

type Pool = { host: string; hostname: string; port: number; resting: PlainLink[] };

/** Connections to stores that speak HTTP in the open, as those do that stand beside us. */
export const createPlainConnections = ({ mostResting }: { mostResting: number }): Connections => {
  const links = new Set<PlainLink>();
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const pool = pools.get(origin) ?? poolFor(new URL(origin));
    pools.set(origin, pool);
    return pool;
  };
  const open = ({ hostname, port, resting }: Pool): PlainLink => {
    const link = openPlainLink(
      { host: hostname, port },
      {
        onRest: (rested) => {
          if (resting.length < mostResting) resting.push(rested);
          else rested.destroy();
        },
        onClose: (closed) => {
          links.delete(closed);
          const index = resting.indexOf(closed);
          if (index >= 0) resting.splice(index, 1);
        },
      },
    );
    links.add(link);
    return link;
  };
  return {
    ask: (origin, question, taker) => {
      const pool = poolOf(origin);
      // The one that was used last: its congestion window is the widest, and the others may go.
      return (pool.resting.pop() ?? open(pool)).ask(textOf(pool, question), taker);
    },
    dropIdle: () => {
      for (const { resting } of pools.values()) for (const link of resting.splice(0)) link.destroy();
    },
    close: () => {
      for (const link of links) link.destroy();
    },
  };
};

const poolFor = ({ host, hostname, port }: URL): Pool => ({
  host,
  hostname: hostname.replace(/^\[|\]$/g, ''),
  port: Number(port) || 80,
  resting: [],
});

const textOf = ({ host }: Pool, { path, headers }: Question): string => {
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const all = [`GET ${path} HTTP/1.1`, ...lines, 'connection: keep-alive'];
  // A line within a line would be another header.
  if (/\s/.test(path) || all.some((line) => /[^\t\x20-\x7e\x80-\xff]/.test(line)))
    throw new Error(`Not a question to an object store: ${JSON.stringify(path)}`);
  return `${all.join('\r\n')}\r\n\r\n`;
};
