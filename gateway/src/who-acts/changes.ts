/** Counts changes of what people may, so that nothing that was learnt before or during one is believed after it. */
export interface Changes {
  /** What is learnt now holds while this is the same; null while something is being changed. */
  readonly revision: () => number | null;
  /** A change begins; ends with what is given back. */
  readonly begin: () => () => void;
}

export const createChanges = (): Changes => {
  const state = { running: 0, count: 0 };
  return {
    revision: () => (state.running > 0 ? null : state.count),
    begin: () => {
      state.running += 1;
      state.count += 1;
      return () => {
        state.running -= 1;
      };
    },
  };
};
