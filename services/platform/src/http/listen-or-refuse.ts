import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { Refusal } from '../errors/refusal.ts';
import { type Listening, listen } from './listen.ts';

interface Address {
  host: string;
  port: number;
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const refusalOf = (error: Error, { host, port }: Address, variable: string): Error => {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new Refusal(
      `Port ${port} is taken by another program. Stop that one, or choose another with ${variable}=${port + 1}.`,
    );
  if (code === 'EACCES')
    return new Refusal(
      `Port ${port} may not be used without more rights. Choose one above 1023 with ${variable}.`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Refusal(`HOST ${host} is no address of this machine.`);
  return error;
};

/** Finds a taken port out before anything slow was done. @throws Refusal with a sentence */
export const assertPortIsFree = (address: Address, variable: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(refusalOf(error, address, variable)));
    probe.listen(address.port, address.host, () => probe.close(() => resolve()));
  });

/**
 * Begins to listen. @throws Refusal with a sentence where the port is taken
 * @param variable the setting that names the port
 */
export const listenOrRefuse = async (
  listener: RequestListener,
  address: Address,
  variable: string,
): Promise<Listening> => {
  try {
    return await listen(listener, address);
  } catch (error) {
    throw error instanceof Error ? refusalOf(error, address, variable) : error;
  }
};
