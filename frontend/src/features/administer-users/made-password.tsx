import { ShownOnce } from '../../shared/ui/shown-once.tsx';
import classes from './dialogs.module.css';
import { words } from './words.ts';

/** A password that was made, this once. */
export function MadePassword({ name, password }: { name: string; password: string }) {
  return (
    <div className={classes.step}>
      <p className={classes.words}>{words.handOver(name)}</p>
      <ShownOnce label={words.password} secret={password} />
    </div>
  );
}
