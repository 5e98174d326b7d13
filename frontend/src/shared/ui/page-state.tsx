import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-state.module.css';

type Props = {
  title: string;
  children?: ReactNode;
  action?: { label: string; onClick: () => void };
  /** `alert` is read out at once: for what failed. */
  role?: 'status' | 'alert';
  /** There is nothing else on the page: its title is the page's. */
  isPage?: boolean;
};

/** What a page says when it has nothing else to show: it is empty, or it failed. */
export function PageState({ title, children, action, role = 'status', isPage = false }: Props) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={classes.state} role={role}>
      <Title className={classes.title}>{title}</Title>
      {children ? <p className={classes.words}>{children}</p> : null}
      {action ? (
        <Button variant="default" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
