import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import classes from './connection-line.module.css';
import { doubtConnection, hopeForConnection, useIsAway, useWhenBack } from './connection.ts';
import { words } from './words.ts';

/** One line while the portal cannot be reached. What is shown stays, and is read again when it can. */
export function ConnectionLine() {
  const queries = useQueryClient();
  const isAway = useIsAway();
  useNetworkOfBrowser();
  useWhenBack(() => void queries.invalidateQueries());
  return (
    <div className={classes.place} role="status">
      {isAway ? <p className={classes.line}>{words.away}</p> : null}
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
