import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './back-to-shares.module.css';
import { words } from './words.ts';

export function BackToShares({ scope }: { scope: 'owned' | 'received' }) {
  return (
    <Link className={classes.back} to="/shares" search={scope === 'received' ? { scope } : {}}>
      <IconArrowLeft size={16} stroke={1.5} aria-hidden />
      {words.back}
    </Link>
  );
}
