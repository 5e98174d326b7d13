import type { Log } from '../log/log.ts';
import { quietLog } from './quiet-log.ts';

/** A log of which a test hears the sentences, but not the facts beside them. */
export const heardLog = (): { lines: string[]; log: Log } => {
  const lines: string[] = [];
  const hear = (_facts: unknown, line: string) => lines.push(line);
  const heard = { info: hear, warn: hear, error: hear };
  return { lines, log: Object.assign(Object.create(quietLog) as Log, heard) };
};
