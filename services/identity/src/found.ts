import { AppError } from '@vitrine/platform/errors/app-error.ts';

/** The thing itself. @throws AppError `not-found`, with what was looked for, where there is none. */
export const found = <Thing>(thing: Thing | null, what: string): Thing => {
  if (thing === null) throw new AppError('not-found', { what });
  return thing;
};
