import { pino } from 'pino';
import type { Log } from '../log/log.ts';

/** A log that says nothing. */
export const quietLog: Log = pino({ level: 'silent' });
