import { ShownOnce } from '../../shared/ui/shown-once.tsx';
import classes from './api-tokens.module.css';
import { words } from './words.ts';

/** The secret of a token that was made, this once. */
export function MadeToken({ secret }: { secret: string }) {
  return (
    <>
      <p className={classes.words}>{words.handOver}</p>
      <ShownOnce label={words.secret} secret={secret} />
    </>
  );
}
