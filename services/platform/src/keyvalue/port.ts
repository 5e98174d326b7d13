/** What was counted under a key, and the seconds until it begins anew; both are 0 where nothing was. */
export interface Counted {
  count: number;
  resetSeconds: number;
}

/**
 * Small values that are found by a key and end by themselves: sessions, limits, tickets, presence.
 * Redis in the distributed shape; a file of the process in the standalone one.
 */
export interface KeyValue {
  /** Null when there is none, or its time is over. */
  get: (key: string) => Promise<string | null>;
  set: (key: string, value: string, options: { ttlSeconds: number }) => Promise<void>;
  /** Another value for a key that is there, for the rest of its time; nothing where there is none. */
  replace: (key: string, value: string) => Promise<void>;
  delete: (key: string) => Promise<void>;
  /** Adds one and tells the count. The time to live begins with the first and is not prolonged by the others. */
  increment: (key: string, options: { ttlSeconds: number }) => Promise<Counted>;
  /** Tells the count and adds nothing. */
  counted: (key: string) => Promise<Counted>;
  /**
   * Keeps one more under a key that names several, such as the sessions of a person. One that is there stays in its
   * place; the time to live is of all together and begins anew.
   */
  addMember: (key: string, member: string, options: { ttlSeconds: number }) => Promise<void>;
  /** In the order of their adding. */
  members: (key: string) => Promise<string[]>;
  removeMember: (key: string, member: string) => Promise<void>;
  close: () => Promise<void>;
}
