import { sentenceFor } from '../api/error-words.ts';
import { actOn, tell, tellFailure } from './notice.ts';
import type { Act, Notice } from './notice.ts';

type Undoable = Pick<Notice, 'details'> & { label: string; undo: () => Promise<unknown> };

/** An act that has no answer yet. */
type Begun = Act & { isToBeUndone: boolean };

const begun = new Set<Begun>();
const acts = { count: 0 };

/** Tells what was done, with a way back. It is offered again where it failed: that may have been the line. */
export function tellUndoable(title: string, undoable: Undoable): void {
  tellOf(newAct(), title, undoable);
}

/**
 * The same for an act from its beginning on: who takes back before there is an answer means this one, and not what was
 * done before it. Then it is taken back as soon as it is done.
 */
export function beginUndoable(): { tell: (title: string, undoable: Undoable) => void; giveUp: () => void } {
  const act = { ...newAct(), isToBeUndone: false };
  begun.add(act);
  const giveUp = () => void begun.delete(act);
  return {
    tell: (title, undoable) => {
      giveUp();
      if (act.isToBeUndone) actionOf(act, undoable).onClick();
      else tellOf(act, title, undoable);
    },
    giveUp,
  };
}

/** Takes back what was begun last and can still be taken back. @returns whether there was anything */
export function undoLast(notices: readonly Notice[]): boolean {
  const told = lastOf(notices.flatMap(({ action }) => action?.undoes ?? []));
  const unanswered = lastOf([...begun].filter(({ isToBeUndone }) => !isToBeUndone));
  if (unanswered !== undefined && unanswered.order > (told?.order ?? 0)) unanswered.isToBeUndone = true;
  else {
    const notice = notices.find(({ action }) => action?.undoes === told);
    if (told === undefined || notice === undefined) return false;
    actOn(notice);
  }
  return true;
}

function newAct(): Act {
  acts.count += 1;
  return { order: acts.count };
}

function lastOf<Any extends Act>(list: readonly Any[]): Any | undefined {
  return list.toSorted((one, other) => other.order - one.order)[0];
}

function tellOf(act: Act, title: string, { details, ...undoable }: Undoable): void {
  tell(title, { ...(details === undefined ? {} : { details }), action: actionOf(act, undoable) });
}

function actionOf(act: Act, { label, undo }: Omit<Undoable, 'details'>): NonNullable<Notice['action']> {
  const action = {
    label,
    undoes: act,
    onClick: () => void undo().catch((error: unknown) => tellFailure(sentenceFor(error), { action })),
  };
  return action;
}
