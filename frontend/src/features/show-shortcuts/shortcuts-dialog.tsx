import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { Dialog } from '../../shared/ui/dialog.tsx';
import classes from './shortcuts-dialog.module.css';
import { shortcutsOn } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';
import { words } from './list-words.ts';

/** Everything that can be done without the mouse, and what the mouse does with a key held. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      isText
      title={words.dialog}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" variant="default" data-autofocus>
          {words.close}
        </Button>
      }
    >
      {shortcutsOn(navigator.userAgent).map(({ title, shortcuts }) => (
        <section key={title} className={classes.group}>
          <h3 className={classes.title}>{title}</h3>
          <dl className={classes.list}>
            {shortcuts.map((shortcut) => (
              <ShortcutRow key={shortcut.deed} shortcut={shortcut} />
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function ShortcutRow({ shortcut: { deed, ways } }: { shortcut: Shortcut }) {
  return (
    <div className={classes.row}>
      <dt>{deed}</dt>
      <dd className={classes.ways}>
        {ways.map((keys, index) => (
          <Fragment key={keys.join()}>
            {index === 0 ? null : <span className={classes.or}>{words.or}</span>}
            {keys.map((key) => (
              <kbd key={key} className={classes.key}>
                {key}
              </kbd>
            ))}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
