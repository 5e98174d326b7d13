import { type RunningVitrine, startVitrineOn, temporaryFolder } from './running-vitrine.ts';

/** A system with the demo for a measurement: the one that runs at this address, or one that is started for it. */
export const systemAt = async (
  address: string | undefined,
): Promise<Pick<RunningVitrine, 'url' | 'discard'>> =>
  address === undefined
    ? startVitrineOn(await temporaryFolder())
    : { url: address, discard: () => Promise.resolve() };
