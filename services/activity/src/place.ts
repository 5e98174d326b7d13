import * as z from 'zod';

/** A place in the log: the time and the id of a line. */
export const Place = z.object({ at: z.iso.datetime(), id: z.uuid() });
export type Place = z.infer<typeof Place>;
