import * as z from 'zod';

/** OWASP ASVS 5.0, 6.2.1. */
export const PASSWORD_LENGTH_MIN = 8;
/** Enough for any phrase; a longer one is work for us and nothing else. */
export const PASSWORD_LENGTH_MAX = 1_024;

/** For so long a password is good that somebody else set. */
export const FIRST_PASSWORD_DAYS = 7;

/** A password as a person may set one: any characters, no rules of composition. */
export const NewPassword = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX);
