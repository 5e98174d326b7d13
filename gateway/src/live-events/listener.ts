import type { LiveHint } from '@vitrine/contracts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { EventStream } from './event-stream.ts';
import { gatherHints } from './gathered-hints.ts';
import { type Outcome, type RightsDeps, keepRights } from './kept-rights.ts';
import type { Audience } from './rights.ts';

/** One who listens, in one tab. */
export interface Listener {
  /** Tells a hint, if it is for this one; while it cannot be told what this one may hear, nothing is. */
  readonly tell: (hint: LiveHint, audience: Audience) => void;
  /** Whether this one is meant, as far as was known last. */
  readonly isIn: (audience: Audience) => boolean;
  /** Asks anew what this one may hear of. */
  readonly askAgain: () => Promise<void>;
  /** Ends it because the right to listen is gone. */
  readonly end: () => void;
  /** Ends it for a reason of ours: it may come again. */
  readonly letGo: () => void;
}

export interface ListenerDeps extends RightsDeps {
  readonly stream: EventStream;
  readonly log: Log;
}

/** A sign-out ends the stream within this time, at whichever replica it was done. */
const LOOK_EVERY_MS = 1_000;
/** For how many looks a right that cannot be told keeps a silent stream open. */
const UNKNOWN_MAX = 10;

/** Listens for as long as there is a right to. What may have been missed is said by `hello`. */
export const openListener = (deps: ListenerDeps): Listener => {
  const { stream, log } = deps;
  const rights = keepRights(deps);
  const state = { unknownLooks: 0, isOver: false };
  const hints = gatherHints((hint) => {
    if (state.unknownLooks === 0 && !state.isOver) stream.send('hint', hint);
  });
  const finish = (isRightLost: boolean): void => {
    if (state.isOver) return;
    state.isOver = true;
    hints.clear();
    if (isRightLost) stream.send('ended', {});
    stream.close();
  };
  const note = (outcome: Outcome): void => {
    if (outcome === 'lost') finish(true);
    else if (outcome === 'held') {
      if (state.unknownLooks > 0 && !state.isOver) stream.send('hello', {});
      state.unknownLooks = 0;
    } else {
      if (state.unknownLooks === 0) log.warn({ err: outcome.unknown }, NOT_KNOWN);
      state.unknownLooks += 1;
      if (state.unknownLooks >= UNKNOWN_MAX) finish(false);
    }
  };
  const looking = setInterval(() => void rights.renew('what is due').then(note), LOOK_EVERY_MS);
  stream.onClose(() => {
    state.isOver = true;
    hints.clear();
    clearInterval(looking);
  });
  stream.send('hello', {});
  return {
    tell: (hint, audience) => {
      if (state.unknownLooks === 0 && audience(rights.last())) hints.add(hint);
    },
    isIn: (audience) => audience(rights.last()),
    askAgain: () => rights.renew('all').then(note),
    end: () => finish(true),
    letGo: () => finish(false),
  };
};

const NOT_KNOWN = 'cannot tell whether somebody may go on listening';
