import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './dialogs.module.css';
import { words } from './words.ts';

/** A password that was made, this once. */
export function MadePassword({ name, password }: { name: string; password: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={classes.step}>
      <p className={classes.words}>{words.handOver(name)}</p>
      <div className={classes.made}>
        <TextInput
          className={classes.madeField ?? ''}
          label={words.password}
          value={password}
          readOnly
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        {canCopy() ? (
          <Button
            variant="default"
            aria-live="polite"
            onClick={() =>
              void navigator.clipboard.writeText(password).then(() => setCopied(true), unlessRefused)
            }
          >
            {isCopied ? words.copied : words.copy}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Browsers let pages copy on https and localhost only; elsewhere it is marked, to be copied by hand. */
function canCopy(): boolean {
  return window.isSecureContext;
}

/** The text is marked by then: it can be copied by hand. */
function unlessRefused(): void {}
