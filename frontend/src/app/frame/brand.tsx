import classes from './brand.module.css';
import { words } from './words.ts';

export function Brand() {
  return (
    <span className={classes.brand}>
      <svg className={classes.mark} viewBox="0 0 20 20" aria-hidden>
        <path d="M3 2.75h14v14.5H3z" />
        <path d="M3 13.25h14" />
        <circle cx="10" cy="8.25" r="2.25" />
      </svg>
      {words.product}
    </span>
  );
}
