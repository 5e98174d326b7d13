import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { connection } from '../api/query-client.ts';
import classes from './connection-line.module.css';
import { words } from './words.ts';

/** Says so while the server cannot be reached. It goes by itself. */
export function ConnectionLine() {
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost);
  useEffect(() => {
    const doubt = () => void connection.doubt();
    window.addEventListener('offline', doubt);
    return () => window.removeEventListener('offline', doubt);
  }, []);
  return (
    <div role="status">
      {isLost ? (
        <div className={classes.line}>
          <IconCloudOff size={20} stroke={1.5} aria-hidden />
          {navigator.onLine ? words.unreachable : words.offline}
        </div>
      ) : null}
    </div>
  );
}
