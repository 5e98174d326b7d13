import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The present, a new one each minute: for what says when something would end. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
