import { IconPhoto, IconSettings, IconShare2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../shared/session/session-api.ts';
import { Brand } from './brand.tsx';
import classes from './navigation.module.css';
import { words } from './words.ts';

export function Navigation() {
  const { hasShares, user } = useSession();
  return (
    <nav className={classes.navigation} aria-label={words.navigation}>
      <div className={classes.brand}>
        <Brand />
      </div>
      <Link to="/" className={classes.link} activeOptions={{ includeSearch: false, exact: true }}>
        <IconPhoto size={20} stroke={1.5} aria-hidden />
        {words.assets}
      </Link>
      {hasShares ? (
        <Link to="/shares" className={classes.link}>
          <IconShare2 size={20} stroke={1.5} aria-hidden />
          {words.shares}
        </Link>
      ) : null}
      {user.isAdministrator ? (
        <Link to="/administration" className={classes.link} activeOptions={{ includeSearch: false }}>
          <IconSettings size={20} stroke={1.5} aria-hidden />
          {words.administration}
        </Link>
      ) : null}
    </nav>
  );
}
