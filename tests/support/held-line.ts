import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A line between a browser and a system, on which downloads stand still after some bytes until they are let go. */
export interface HeldLine {
  url: string;
  /** Where it leads; to be said before anybody comes. */
  leadTo: (target: string) => void;
  letGo: () => void;
  close: () => Promise<void>;
}

export const openHeldLine = async (passedByteSize: number): Promise<HeldLine> => {
  const letGo = Promise.withResolvers<undefined>();
  let target = '';

  async function* held(answer: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let byteSize = 0;
    for await (const chunk of answer) {
      yield chunk;
      byteSize += chunk.length;
      if (byteSize >= passedByteSize) await letGo.promise;
    }
  }

  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    const onward = request(new URL(url, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      const body = url.startsWith('/d/') ? Readable.from(held(answer)) : answer;
      // Whoever leaves early ends both ways.
      pipeline(body, outgoing).catch(() => onward.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    leadTo: (url) => {
      target = url;
    },
    letGo: () => letGo.resolve(undefined),
    close: async () => {
      letGo.resolve(undefined);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
