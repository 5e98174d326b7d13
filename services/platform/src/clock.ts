/** The present instant, handed in so that rules stay pure. Expiry itself is decided by the database's clock. */
export type Clock = () => Date;

/** The clock of this machine. */
export const systemClock: Clock = () => new Date();
