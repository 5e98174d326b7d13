import { useEffect, useEffectEvent, useState } from 'react';
import type { ComponentType } from 'react';
import { partOfPage } from '../api/part-of-page.ts';
import { tellError } from '../notices/notice.ts';

/** A dialog whose code is read when it is first opened. Where that fails, it says so and counts as closed. */
export function lazyDialog<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const part = partOfPage(load);
  return function LazyDialog(props: Props & { onClose?: () => void }) {
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
    return Content === null ? null : <Content {...props} />;
  };
}
