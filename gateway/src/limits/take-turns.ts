/** Does something for a key when it is its turn. */
export type TakeTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Lets so many of one key go on at once; the others wait, first come first served. */
export const turnsOf = (most: number): TakeTurn => {
  const keys = new Map<string, { running: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    const turns = keys.get(key) ?? { running: 0, waiting: [] };
    keys.set(key, turns);
    if (turns.running < most) turns.running += 1;
    else await new Promise<void>((go) => turns.waiting.push(go));
    try {
      return await work();
    } finally {
      const next = turns.waiting.shift();
      if (next) next();
      else turns.running -= 1;
      if (turns.running === 0) keys.delete(key);
    }
  };
};
