import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useIsSlow } from './answers.ts';
import classes from './connection-line.module.css';
import { doubtConnection, hopeForConnection, useIsAway, useWhenBack } from './connection.ts';
import { SlowWords } from './slow-words.tsx';
import { words } from './words.ts';

/** One line while the portal cannot be reached, or is slow. What is shown stays, and is read again when it can. */
export function ConnectionLine() {
  const queries = useQueryClient();
  const isAway = useIsAway();
  const isSlow = useIsSlow();
  useNetworkOfBrowser();
  useWhenBack(() => void queries.invalidateQueries());
  return (
    <div className={classes.place} role="status">
      {isAway ? (
        <p className={classes.line}>{words.away}</p>
      ) : isSlow ? (
        <p className={`${classes.line} ${classes.slow}`}>
          <SlowWords />
        </p>
      ) : null}
    </div>
  );
}

function useNetworkOfBrowser() {
  useEffect(() => {
    window.addEventListener('offline', doubtConnection);
    window.addEventListener('online', hopeForConnection);
    if (!navigator.onLine) doubtConnection();
    return () => {
      window.removeEventListener('offline', doubtConnection);
      window.removeEventListener('online', hopeForConnection);
    };
  }, []);
}
