import { VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import classes from './code-door.module.css';
import { secondsToWait, waitOf } from './code-words.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

type Tried = { error: unknown; submittedAt: number; isIdle: boolean; reset: () => void };

type WaitingProps = {
  tried: Tried;
  say: Props['say'];
  /** What is said at its end. */
  over: string;
  onOver?: () => void;
};

/** Where something was tried too often: until when it has to rest, and when it is over. Else nothing. */
export function Waiting({ tried, say, over, onOver }: WaitingProps) {
  const [isOver, setOver] = useState(false);
  const seconds = secondsToWait(tried.error);
  const end = () => {
    tried.reset();
    setOver(true);
    onOver?.();
  };
  return (
    <>
      {seconds > 0 ? <Wait key={tried.submittedAt} seconds={seconds} say={say} onOver={end} /> : null}
      <p className={classes.hint} role="status">
        {isOver && tried.isIdle ? over : null}
      </p>
    </>
  );
}

type Props = {
  seconds: number;
  /** The sentence, with "in 52 seconds" in it. */
  say: (wait: string) => string;
  onOver: () => void;
};

/** Until when something cannot be tried again. It is seen to count down, and read out once. */
function Wait({ seconds, say, onOver }: Props) {
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
