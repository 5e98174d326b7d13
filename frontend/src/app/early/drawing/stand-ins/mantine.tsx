// What the components that are drawn early take of Mantine. What is pressed keeps its room and shows nothing before it
// can be pressed.
import type { ReactNode } from 'react';
import classes from './mantine.module.css';

export function Button({ leftSection, children }: { leftSection: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.button}>
      <span className={classes.section}>{leftSection}</span>
      {children}
    </span>
  );
}

export function CheckIcon() {
  return null;
}
