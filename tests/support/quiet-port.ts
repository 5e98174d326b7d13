import { createServer } from 'node:net';

/** Below the ports that a system hands out by itself, so that nobody takes one before it is listened at. */
const FROM = 20_000;
const TO = 32_000;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A free port of the loopback address that stays free for a while. */
export const quietPort = async (): Promise<number> => {
  for (;;) {
    const port = FROM + Math.floor(Math.random() * (TO - FROM));
    if (await isFree(port)) return port;
  }
};
