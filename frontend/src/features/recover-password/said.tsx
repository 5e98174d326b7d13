import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import classes from '../../shared/ui/door-form.module.css';

type Props = { title: string; sentences: readonly string[]; children: ReactNode };

/** What came of a form, in its place. It takes the focus, so that whoever hears the page hears it. */
export function Said({ title, sentences, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form className={classes.form} aria-label={title}>
      <h1 className={classes.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {sentences.map((sentence) => (
        <p key={sentence} className={classes.words}>
          {sentence}
        </p>
      ))}
      {children}
    </form>
  );
}
