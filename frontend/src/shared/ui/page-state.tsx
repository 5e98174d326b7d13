import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-state.module.css';

type Props = {
  title: string;
  children?: ReactNode;
  action?: { label: string; onClick: () => void };
  /** `alert` is read out at once: for what failed. */
  role?: 'status' | 'alert';
};

/** What a page says when it has nothing else to show: it is empty, or it failed. */
export function PageState({ title, children, action, role = 'status' }: Props) {
  return (
    <div className={classes.state} role={role}>
      <h2 className={classes.title}>{title}</h2>
      {children ? <p className={classes.words}>{children}</p> : null}
      {action ? (
        <Button variant="default" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
