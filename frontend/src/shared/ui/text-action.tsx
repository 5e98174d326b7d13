import type { ButtonHTMLAttributes } from 'react';
import classes from './text-action.module.css';

/** Something to do within a line of text. */
export function TextAction(props: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>) {
  return <button type="button" className={classes.action} {...props} />;
}
