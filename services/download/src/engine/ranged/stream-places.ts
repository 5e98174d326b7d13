/** How many long answers all downloads of a process hold open; the last of the places are for those whose turn it is. */
export type StreamPlaces = {
  /** Nobody waits for a place: what gets none is read in another way. */
  take: (isAhead: boolean) => boolean;
  giveBack: () => void;
};

export const createStreamPlaces = ({
  most,
  mostWithAhead,
}: {
  most: number;
  mostWithAhead: number;
}): StreamPlaces => {
  let taken = 0;
  return {
    take: (isAhead) => {
      if (taken >= (isAhead ? mostWithAhead : most)) return false;
      taken += 1;
      return true;
    },
    giveBack: () => {
      taken -= 1;
    },
  };
};
