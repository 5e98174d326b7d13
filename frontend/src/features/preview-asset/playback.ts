/** How often in a row another address is asked for. */
const RENEWALS_MAX = 3;

export type Playback = ReturnType<typeof newPlayback>;

/** How far something is played, wherever its bytes come from: another address goes on from there. */
export function newPlayback() {
  const state = { time: 0, isWanted: false, hasLoaded: false, renewals: 0 };
  return {
    time: () => state.time,
    /** Whether the person wants it to play, also before there is anything to be played. */
    isWanted: () => state.isWanted,
    want: (isWanted: boolean) => {
      state.isWanted = isWanted;
    },
    /** The browser knows what it is. */
    load: () => {
      state.hasLoaded = true;
    },
    reach: (time: number) => {
      if (time > state.time) state.renewals = 0;
      state.time = time;
    },
    /**
     * Whether another address may help. Before anything came a browser tells a refusal and an unknown kind of file
     * alike: only a second address tells them apart.
     */
    renew: (): boolean => {
      if (state.renewals >= (state.hasLoaded ? RENEWALS_MAX : 1)) return false;
      state.renewals += 1;
      return true;
    },
  };
}
