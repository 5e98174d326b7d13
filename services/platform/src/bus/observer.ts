/** What a bus tells whoever counts what it does. */
export interface BusObserver {
  /** The broker has an event; so long after it was handed over. */
  readonly confirmed: (seconds: number) => void;
  /** The broker did not take an event, or did not say so in time; it stays in the outbox. */
  readonly unconfirmed: () => void;
  /** Nobody listens to an event of that type. */
  readonly returned: (type: string) => void;
  /** The broker takes no events, as it lacks memory or disk; or does so again. */
  readonly blocked: (isBlocked: boolean) => void;
  /** A message failed and comes again later. */
  readonly retried: (subscription: string) => void;
  /** A message failed for good. */
  readonly dead: (subscription: string) => void;
}

/** For whoever does not count. */
export const unobserved: BusObserver = {
  confirmed: () => undefined,
  unconfirmed: () => undefined,
  returned: () => undefined,
  blocked: () => undefined,
  retried: () => undefined,
  dead: () => undefined,
};
