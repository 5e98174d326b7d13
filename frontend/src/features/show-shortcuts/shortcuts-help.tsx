import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { lazyDialog } from '../../shared/ui/lazy-dialog.tsx';
import { usePageKeys } from '../../shared/ui/use-page-keys.ts';
import classes from './shortcuts-help.module.css';
import { words } from './words.ts';

const ShortcutsDialog = lazyDialog(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);

/** The keys that work on every page, and the list of all of them. */
export function ShortcutsHelp() {
  const [isOpen, setOpen] = useState(false);
  usePageKeys((event) => {
    if (event.key === '?') setOpen(true);
    if (event.key === '/') {
      // Not typed into the box that it leads to.
      event.preventDefault();
      document.querySelector<HTMLElement>('[role="searchbox"]')?.focus();
    }
  });
  return (
    <>
      <IconAction
        label={words.label}
        hint={words.hint}
        className={classes.button ?? ''}
        onClick={() => setOpen(true)}
      >
        <IconKeyboard size={20} stroke={1.5} aria-hidden />
      </IconAction>
      {isOpen ? <ShortcutsDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
