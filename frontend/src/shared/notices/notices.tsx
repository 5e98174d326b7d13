import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MouseEvent } from 'react';
import { useSessionPhase } from '../session/ended-session.ts';
import { controlKey } from '../ui/control-key.ts';
import { actOn, dismissNotice, useNotices } from './notice.ts';
import type { Notice } from './notice.ts';
import classes from './notices.module.css';
import { useUndoKey } from './use-undo-key.ts';
import { words } from './words.ts';

/** The corner where notices stand. It is always there, so that what comes into it is read out. */
export function Notices() {
  const notices = useNotices();
  useUndoKey(notices);
  return (
    <section className={classes.corner} aria-label={words.notices} aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { id, tone, title, details, action } = notice;
  const hold = useDismissal(notice);
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'failed' ? 'alert' : undefined} {...hold}>
      <div className={classes.head}>
        <p className={classes.title}>{title}</p>
        {action === undefined ? null : <NoticeAction {...action} onClick={() => actOn(notice)} />}
        <CloseButton
          size="sm"
          className={classes.dismiss}
          aria-label={words.dismiss}
          onClick={() => dismissNotice(id)}
        />
      </div>
      {details}
    </div>
  );
}

function NoticeAction({ label, href, undoes, onClick }: NonNullable<Notice['action']>) {
  if (href === undefined) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        className={classes.action}
        aria-keyshortcuts={undoes ? 'Control+Z Meta+Z' : undefined}
        rightSection={undoes ? <UndoKeys /> : null}
        onClick={onClick}
      >
        {label}
      </Button>
    );
  }
  return (
    <Button
      component="a"
      href={href}
      size="compact-sm"
      variant="subtle"
      className={classes.action}
      onClick={(event: MouseEvent) => {
        // Another tab is the browser's matter.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onClick();
      }}
    >
      {label}
    </Button>
  );
}

/** For who has keys: a phone shows none. */
function UndoKeys() {
  return (
    <kbd className={classes.keys} aria-hidden>
      {controlKey()} Z
    </kbd>
  );
}

/**
 * Takes the notice away after its time, but never while it is pointed at, holds the focus, or somebody tabs towards it; nor
 * where the sign-in lies over it.
 */
function useDismissal({ id, lastsMs }: Notice) {
  const [isHeld, setHeld] = useState(false);
  const isSeen = useSessionPhase() === 'open';
  useEffect(() => {
    if (isHeld || !isSeen) return undefined;
    let timer = 0;
    const beginTime = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => dismissNotice(id), lastsMs);
    };
    const tab = ({ key }: KeyboardEvent) => (key === 'Tab' ? beginTime() : undefined);
    beginTime();
    window.addEventListener('keydown', tab);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', tab);
    };
  }, [id, lastsMs, isHeld, isSeen]);
  return {
    onMouseEnter: () => setHeld(true),
    onMouseLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
}
