import { words as frameWords } from '../frame/words.ts';
import classes from './assets-page.module.css';

export function SharesPage() {
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{frameWords.shares}</h1>
    </div>
  );
}
