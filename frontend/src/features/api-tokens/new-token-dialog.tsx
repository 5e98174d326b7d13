import { Button } from '@mantine/core';
import { useState } from 'react';
import { codeOf } from '../../shared/api/api-error.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useCreateToken } from './api-tokens-api.ts';
import type { NewToken } from './api-tokens-api.ts';
import classes from './api-tokens.module.css';
import { MadeToken } from './made-token.tsx';
import { TokenFields } from './token-fields.tsx';
import { words } from './words.ts';

const WIDTH_PX = 480;

/** Makes a token, and shows its secret this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState<NewToken>({ name: '', scopes: ['read'], durationDays: 30 });
  const [isTried, setTried] = useState(false);
  const creating = useCreateToken();
  const follow = useOutcome();
  const secret = creating.data?.secret;

  function submit() {
    if (secret !== undefined) {
      onClose();
      return;
    }
    setTried(true);
    const isWhole = draft.name.trim() !== '' && draft.scopes.length > 0;
    if (!isWhole || creating.isPending) return;
    follow(creating.mutateAsync(draft), {
      closed: () => tell(words.made(draft.name.trim()), { details: words.unseen }),
      reasonOf: whyNotMade,
    });
  }

  return (
    <Dialog
      title={words.newToken}
      widthPx={WIDTH_PX}
      onClose={onClose}
      onSubmit={submit}
      actions={
        secret === undefined ? (
          <DialogActions label={words.create} isPending={creating.isPending} onCancel={onClose} />
        ) : (
          <Button type="submit">{words.done}</Button>
        )
      }
    >
      <div className={classes.content}>
        {secret === undefined ? (
          <TokenFields draft={draft} isTried={isTried} onChange={setDraft} />
        ) : (
          <MadeToken secret={secret} />
        )}
        {creating.isError ? <CreatingFailed error={creating.error} /> : null}
      </div>
    </Dialog>
  );
}

function CreatingFailed({ error }: { error: Error }) {
  return <Failure error={error} sentence={whyNotMade(error) ?? undefined} />;
}

function whyNotMade(error: unknown): string | null {
  return codeOf(error) === 'conflict' ? words.tooMany : null;
}
