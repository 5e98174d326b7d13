import type { ReactNode } from 'react';
import { sentenceFor } from '../api/error-words.ts';
import { nextId } from '../state/next-id.ts';
import { createStore, useStore } from '../state/store.ts';

/** Something that was done, in the order in which it was begun. */
export type Act = { order: number };

export type Notice = {
  id: string;
  tone: 'quiet' | 'failed';
  title: string;
  details?: ReactNode;
  /** One thing to do about it; with an address it is a link to where it leads. What takes back an act has a key too. */
  action?: { label: string; href?: string; undoes?: Act; onClick: () => void };
  lastsMs: number;
};

const BRIEF_MS = 5_000;
const LONG_MS = 12_000;
const NOTICES_MAX = 4;

const store = createStore<Notice[]>([]);

/** Tells a person what happened, in the corner, without taking the focus. */
export function tell(title: string, more: Pick<Notice, 'details' | 'action'> = {}): void {
  const lastsMs = more.details === undefined && more.action === undefined ? BRIEF_MS : LONG_MS;
  show({ tone: 'quiet', title, lastsMs, ...more });
}

/** Tells that something failed: what happened, what was kept, what to do. */
export function tellError(error: unknown): void {
  tellFailure(sentenceFor(error));
}

/** The same, by whoever knows more than the error says. */
export function tellFailure(sentence: string, more: Pick<Notice, 'action'> = {}): void {
  show({ tone: 'failed', title: sentence, lastsMs: LONG_MS, ...more });
}

/** The same of what is not to be overlooked: it is named first. */
export function tellFailed(title: string, error: unknown): void {
  show({ tone: 'failed', title, details: sentenceFor(error), lastsMs: LONG_MS });
}

/** Does what a notice offers, which is told by then. */
export function actOn({ id, action }: Notice): void {
  action?.onClick();
  dismissNotice(id);
}

export function dismissNotice(id: string): void {
  store.change((notices) => notices.filter((notice) => notice.id !== id));
}

export function useNotices(): Notice[] {
  return useStore(store);
}

// What failed for one reason is told once, however much of it there was.
function show(notice: Omit<Notice, 'id'>): void {
  const isSame = ({ tone, title, action }: Notice) =>
    tone === 'failed' && title === notice.title && action === undefined;
  store.change((notices) =>
    [...notices.filter((told) => !isSame(told)), { ...notice, id: nextId() }].slice(-NOTICES_MAX),
  );
}
