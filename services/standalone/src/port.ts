import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import type { Listening, listen } from '@vitrine/platform/http/listen.ts';
import type { StandaloneConfig } from './config.ts';
import { Refusal } from './refusal.ts';

type Address = Pick<StandaloneConfig, 'HOST' | 'PORT'>;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const refusalOf = (error: Error, { HOST, PORT }: Address): Error => {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new Refusal(
      `Port ${PORT} is taken by another program. Stop that one, or choose another with PORT=${PORT + 1} npm start.`,
    );
  if (code === 'EACCES')
    return new Refusal(`Port ${PORT} may not be used without more rights. Choose one above 1023 with PORT.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Refusal(`HOST ${HOST} is no address of this machine.`);
  return error;
};

/** Finds a taken port out before anything slow was done. @throws Refusal with a sentence */
export const assertPortIsFree = (address: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(refusalOf(error, address)));
    probe.listen(address.PORT, address.HOST, () => probe.close(() => resolve()));
  });

/** Begins to listen. @throws Refusal with a sentence where the port was taken meanwhile */
export const listenOrRefuse = async (
  start: typeof listen,
  listener: RequestListener,
  address: Address,
): Promise<Listening> => {
  try {
    return await start(listener, { host: address.HOST, port: address.PORT });
  } catch (error) {
    throw error instanceof Error ? refusalOf(error, address) : error;
  }
};
