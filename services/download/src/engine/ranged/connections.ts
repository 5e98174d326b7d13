import type { Connections } from './exchange.ts';
import { createParsedConnections } from './parsed-connections.ts';
import { createPlainConnections } from './plain-connections.ts';

/** Connections to stores, in the open or secured. */
export const createConnections = ({ most }: { most: number }): Connections => {
  const plain = createPlainConnections({ mostResting: most });
  const secure = createParsedConnections({ most });
  return {
    ask: (origin, question, taker) =>
      (origin.startsWith('http:') ? plain : secure).ask(origin, question, taker),
    dropIdle: () => {
      plain.dropIdle();
      secure.dropIdle();
    },
    close: () => {
      plain.close();
      secure.close();
    },
  };
};
