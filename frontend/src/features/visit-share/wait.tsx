import { VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import classes from './code-door.module.css';
import { waitOf } from './code-words.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

type Props = {
  seconds: number;
  /** The sentence, with "in 52 seconds" in it. */
  say: (wait: string) => string;
  onOver: () => void;
};

/** Until when something cannot be tried again. It is seen to count down, and read out once. */
export function Wait({ seconds, say, onOver }: Props) {
  const left = useSecondsLeft(seconds);
  const isOver = left === 0;
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (isOver) over();
  }, [isOver]);
  return (
    <>
      <VisuallyHidden role="alert">{say(waitOf(seconds))}</VisuallyHidden>
      <p className={classes.wait} aria-hidden>
        {say(waitOf(Math.max(1, left)))}
      </p>
    </>
  );
}
