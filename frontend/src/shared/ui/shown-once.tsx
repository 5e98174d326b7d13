import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './shown-once.module.css';
import { words } from './words.ts';

/** A secret that was made, to be copied while it is shown: it is kept nowhere. */
export function ShownOnce({ label, secret }: { label: string; secret: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={classes.row}>
      <TextInput
        className={classes.field ?? ''}
        label={label}
        value={secret}
        readOnly
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      {/* Browsers let pages copy on https and localhost only; elsewhere it is marked, to be copied by hand. */}
      {window.isSecureContext ? (
        <Button
          variant="default"
          aria-live="polite"
          onClick={() =>
            void navigator.clipboard.writeText(secret).then(() => setCopied(true), unlessRefused)
          }
        >
          {isCopied ? words.copied : words.copy}
        </Button>
      ) : null}
    </div>
  );
}

/** The text is marked by then: it can be copied by hand. */
function unlessRefused(): void {}
