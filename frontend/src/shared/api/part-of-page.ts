import { answerWithin } from '../connection/answers.ts';
import { ApiError } from './api-error.ts';
import { loadAnew } from '../state/load-anew.ts';

export type Part<Content> = {
  /** What was read, if it was. */
  held: () => Content | null;
  /** Reads it, or gives what is held. Fails with `offline`, after which it can be tried again. */
  read: () => Promise<Content>;
  /** Reads it before anybody asks for it: null where that fails, and no word of it. */
  readAhead: () => Promise<Content | null>;
};

/** A part is small, and a browser waits for it for ever. */
const READ_WITHIN_MS = 60_000;
const RELOADED_AFTER_MS = 10_000;
const parts: (() => Promise<unknown>)[] = [];

/** A piece of the page's own code that is read when it is first wanted. */
export function partOfPage<Content>(load: () => Promise<Content>): Part<Content> {
  let held: Content | null = null;
  const hold = async () => {
    held ??= await load();
    return held;
  };
  parts.push(hold);
  return {
    held: () => held,
    read: () => answerWithin({ limitMs: READ_WITHIN_MS }, hold).catch(renewedOrFailed),
    readAhead: () => hold().catch(askedAgainWhenWanted),
  };
}

/** Reads all that is not there yet, so that nothing of the page is wanting when the server cannot be reached. */
export async function readAllParts(): Promise<void> {
  for (const hold of parts) await hold().catch(askedAgainWhenWanted);
}

/** Where the server answers, it has a newer page by now: that one is opened. Else there is no connection. */
async function renewedOrFailed(error: unknown): Promise<never> {
  if (error instanceof DOMException && error.name === 'TimeoutError') throw new ApiError('unanswered');
  const isThere = await fetch('/favicon.svg', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isThere || performance.now() < RELOADED_AFTER_MS) throw new ApiError('offline');
  loadAnew();
  return new Promise<never>(() => undefined);
}

function askedAgainWhenWanted(): null {
  return null;
}
