import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './corner-panel.module.css';
import { IconAction } from './icon-action.tsx';
import { words } from './words.ts';

type Props = {
  label: string;
  /** Read out as it changes. */
  title: string;
  /** At the right of the title: an amount, a button. */
  action: ReactNode;
  /** Between the head and the list. */
  lead?: ReactNode;
  /** The rows can be put away, so that what they cover is seen. */
  canFold?: boolean;
  /** The rows of the list. */
  children: ReactNode;
};

/** What goes on beside the work: in the corner of the window, next to whatever stands there already. */
export function CornerPanel({ label, title, action, lead, canFold = false, children }: Props) {
  const [isFolded, setFolded] = useState(false);
  const listId = useId();
  return createPortal(
    <section className={classes.panel} aria-label={label}>
      <header className={classes.head}>
        <strong className={classes.title} role="status">
          {title}
        </strong>
        {canFold ? (
          <FoldAction isFolded={isFolded} listId={listId} onFold={() => setFolded(!isFolded)} />
        ) : null}
        {action}
      </header>
      {lead}
      <ul id={listId} className={classes.list} hidden={isFolded}>
        {children}
      </ul>
    </section>,
    corner,
  );
}

type FoldProps = { isFolded: boolean; listId: string; onFold: () => void };

function FoldAction({ isFolded, listId, onFold }: FoldProps) {
  const Chevron = isFolded ? IconChevronUp : IconChevronDown;
  return (
    <IconAction
      label={words.details}
      hint={isFolded ? words.showDetails : words.hideDetails}
      size={28}
      aria-expanded={!isFolded}
      aria-controls={listId}
      onClick={onFold}
    >
      <Chevron size={18} stroke={1.5} aria-hidden />
    </IconAction>
  );
}

// Panels come from different places of the page: the portal's frame, a guest's page. The corner is one for all.
const corner = document.createElement('div');
corner.className = classes.corner ?? '';
document.body.append(corner);
new ResizeObserver(tellHeight).observe(corner);

/** What stands above it where there is no room beside it, with the space between the two. */
function tellHeight() {
  const { offsetHeight } = corner;
  document.documentElement.style.setProperty('--panels', `${offsetHeight > 0 ? offsetHeight + 8 : 0}px`);
}
