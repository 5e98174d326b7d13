import { useEffect, useEffectEvent, useState } from 'react';
import type { RefObject } from 'react';
import type { Part } from '../api/part-of-page.ts';
import { tellError } from '../notices/notice.ts';

/** `unread`: nothing of it was drawn yet; `waiting`: it was pressed, and its code is on its way. */
export type MenuPhase = 'unread' | 'waiting' | 'open' | 'closed';

type Used = { phase: MenuPhase; press: () => void; close: () => void };

/** What becomes of a menu whose code is read when it is first pressed. */
export function useMenuPhase(
  code: Part<unknown>,
  opener: RefObject<Element | null>,
  isDisabled: boolean,
): Used {
  const [phase, setPhase] = useState<MenuPhase>('unread');
  if (isDisabled && left(phase) !== phase) setPhase(left);
  const isWaiting = phase === 'waiting';
  useArrival(isWaiting, code, setPhase);
  useLeaving(isWaiting, opener, () => setPhase(left));
  return {
    phase,
    press: () => {
      if (!isDisabled) setPhase((held) => pressed(held, code.held() !== null));
    },
    close: () => setPhase(left),
  };
}

/** Pressed once more while it is on its way, it is still wanted: on a slow line people press twice. */
function pressed(phase: MenuPhase, isRead: boolean): MenuPhase {
  if (phase === 'open') return 'closed';
  return isRead ? 'open' : 'waiting';
}

function left(phase: MenuPhase): MenuPhase {
  if (phase === 'waiting') return 'unread';
  return phase === 'open' ? 'closed' : phase;
}

/** Opens it when it is there. Where it does not come, it says so and counts as closed. */
function useArrival(isWaiting: boolean, { read }: Part<unknown>, setPhase: (phase: MenuPhase) => void): void {
  useEffect(() => {
    if (!isWaiting) return;
    let isWanted = true;
    const open = () => {
      if (isWanted) setPhase('open');
    };
    const fail = (error: unknown) => {
      if (!isWanted) return;
      tellError(error);
      setPhase('unread');
    };
    void read().then(open, fail);
    return () => {
      isWanted = false;
    };
  }, [isWaiting, read, setPhase]);
}

/** Who goes on with something else, or presses Escape, is not called back by a menu that comes late. */
function useLeaving(isWaiting: boolean, opener: RefObject<Element | null>, onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    if (!isWaiting) return;
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    const leaveElsewhere = ({ target }: Event) => {
      if (!(target instanceof Node && opener.current?.contains(target))) leave();
    };
    const leaveByKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') leave();
    };
    window.addEventListener('pointerdown', leaveElsewhere, options);
    window.addEventListener('focusin', leaveElsewhere, options);
    window.addEventListener('keydown', leaveByKey, options);
    return () => listening.abort();
  }, [isWaiting, opener]);
}
