import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './corner-panel.module.css';

type Props = {
  label: string;
  /** Read out as it changes. */
  title: string;
  /** At the right of the title: an amount, a button. */
  action: ReactNode;
  /** Between the head and the list. */
  lead?: ReactNode;
  /** The rows of the list. */
  children: ReactNode;
};

/** What goes on beside the work: in the corner of the window, next to whatever stands there already. */
export function CornerPanel({ label, title, action, lead, children }: Props) {
  return createPortal(
    <section className={classes.panel} aria-label={label}>
      <header className={classes.head}>
        <strong className={classes.title} role="status">
          {title}
        </strong>
        {action}
      </header>
      {lead}
      <ul className={classes.list}>{children}</ul>
    </section>,
    corner,
  );
}

// Panels come from different places of the page: the portal's frame, a guest's page. The corner is one for all.
const corner = document.createElement('div');
corner.className = classes.corner ?? '';
document.body.append(corner);
