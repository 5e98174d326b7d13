import { IconKeyboard } from '@tabler/icons-react';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { lazyDialog } from '../../shared/ui/lazy-dialog.tsx';
import classes from './shortcuts-help.module.css';
import { words } from './words.ts';

const ShortcutsDialog = lazyDialog(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);

type Props = { isOpen: boolean; onOpen: () => void; onClose: () => void };

/** The list of all keys, and the button that opens it beside a key of its own. */
export function ShortcutsHelp({ isOpen, onOpen, onClose }: Props) {
  return (
    <>
      <IconAction label={words.label} hint={words.hint} className={classes.button ?? ''} onClick={onOpen}>
        <IconKeyboard size={20} stroke={1.5} aria-hidden />
      </IconAction>
      {isOpen ? <ShortcutsDialog onClose={onClose} /> : null}
    </>
  );
}
