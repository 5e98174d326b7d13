/** Knows whether somebody else was there a moment ago. */
export interface Others {
  note: (client: string) => void;
  isOtherThere: (client: string) => boolean;
}

interface Seen {
  client: string;
  at: number;
}

/**
 * Of all who come, the last and the last before that who was another one are kept: one of them is somebody else, for
 * whoever asks.
 */
export const othersThan = (now: () => number, presentMs: number): Others => {
  const seen: { last?: Seen; before?: Seen } = {};
  return {
    note: (client) => {
      if (seen.last && seen.last.client !== client) seen.before = seen.last;
      seen.last = { client, at: now() };
    },
    isOtherThere: (client) => {
      const other = seen.last?.client === client ? seen.before : seen.last;
      // A clock that was set back makes nobody younger than they are.
      return other !== undefined && Math.abs(now() - other.at) < presentMs;
    },
  };
};
