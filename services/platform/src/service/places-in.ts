import { placeOf } from './wait-for.ts';

const isAddress = ([name, value]: [string, unknown]): boolean =>
  (name.endsWith('_URL') || name === 'S3_ENDPOINT') && name !== 'PUBLIC_URL' && typeof value === 'string';

/** The addresses among the settings of a process, for its log: where they lead to, without any secret. */
export const placesIn = (config: object): { connectsTo: Record<string, string> } => ({
  connectsTo: Object.fromEntries(
    Object.entries(config)
      .filter(isAddress)
      .map(([name, value]) => [name, placeOf(String(value))]),
  ),
});
