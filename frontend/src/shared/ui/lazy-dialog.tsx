import { useEffect, useEffectEvent, useState } from 'react';
import type { ComponentType } from 'react';
import { createPortal } from 'react-dom';
import { partOfPage } from '../api/part-of-page.ts';
import { tellError } from '../notices/notice.ts';
import classes from './lazy-dialog.module.css';
import { words } from './words.ts';

type Closed = { onClose?: () => void };

/** What of the page is read when it is first drawn, and is nothing until then. Where that fails, it says so and counts as closed. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy<Props & Closed>(load, Nothing);
}

/** A dialog whose code is read when it is first opened. Keys and presses are its own from the first moment on. */
export function lazyDialog<Props extends { onClose: () => void }>(load: () => Promise<ComponentType<Props>>) {
  return lazy(load, Opening);
}

function lazy<Props extends Closed>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType<Props>,
) {
  const part = partOfPage(load);
  return function LazyPart(props: Props) {
    const [Content, setContent] = useState(() => part.held());
    const fail = useEffectEvent((error: unknown) => {
      tellError(error);
      props.onClose?.();
    });
    useEffect(() => {
      if (Content !== null) return;
      // In a task of its own: several are wanted with the first drawing, which takes long enough.
      const timer = setTimeout(() => void part.read().then((read) => setContent(() => read), fail));
      return () => clearTimeout(timer);
    }, [Content]);
    return Content === null ? <Waiting {...props} /> : <Content {...props} />;
  };
}

function Nothing() {
  return null;
}

/**
 * In the place of a dialog on a slow line: without it Escape and a click would be for the page below, which is another
 * matter. No dialog itself: whoever waits for one wants what can be used.
 */
function Opening({ onClose }: { onClose: () => void }) {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const listening = new AbortController();
    const listener = ({ key }: KeyboardEvent) => (key === 'Escape' ? close() : undefined);
    window.addEventListener('keydown', listener, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return createPortal(
    <div role="status" aria-label={words.opening} data-opening className={classes.opening} />,
    document.body,
  );
}
