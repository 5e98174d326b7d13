import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** Counts down from so many seconds, by the clock: a window that was not drawn meanwhile is right all the same. */
export function useSecondsLeft(seconds: number): number {
  const [endsAt] = useState(() => Date.now() + seconds * SECOND_MS);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const count = () => setLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / SECOND_MS)));
    const timer = setInterval(count, SECOND_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  return left;
}
