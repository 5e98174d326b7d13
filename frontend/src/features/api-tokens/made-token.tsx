import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './api-tokens.module.css';
import { words } from './words.ts';

/** The secret of a token that was made, this once. */
export function MadeToken({ secret }: { secret: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <>
      <p className={classes.words}>{words.handOver}</p>
      <div className={classes.made}>
        <TextInput
          className={classes.field ?? ''}
          label={words.secret}
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
    </>
  );
}

/** The text is marked by then: it can be copied by hand. */
function unlessRefused(): void {}
