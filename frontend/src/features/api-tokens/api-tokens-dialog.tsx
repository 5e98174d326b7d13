import { Loader } from '@mantine/core';
import { useState } from 'react';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { NothingListed } from '../../shared/ui/nothing-listed.tsx';
import { useRevokeToken, useTokens } from './api-tokens-api.ts';
import classes from './api-tokens.module.css';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { TokenRow } from './token-row.tsx';
import { words } from './words.ts';

/** The tokens that one made for scripts; another is made from here. */
export function ApiTokensDialog({ onClose }: { onClose: () => void }) {
  const [isMaking, setMaking] = useState(false);
  if (isMaking) return <NewTokenDialog onClose={() => setMaking(false)} />;
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => setMaking(true)}
      actions={
        <DialogActions
          label={words.newToken}
          isPending={false}
          onCancel={onClose}
          cancelLabel={words.close}
        />
      }
    >
      <div className={classes.content}>
        <p className={classes.words}>{words.explanation}</p>
        <Tokens />
      </div>
    </Dialog>
  );
}

function Tokens() {
  const tokens = useTokens();
  const revoking = useRevokeToken();
  if (tokens.isPending) return <Loader size="sm" aria-label={words.loading} />;
  if (tokens.isError) return <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />;
  if (tokens.data.length === 0) return <NothingListed>{words.none}</NothingListed>;
  return (
    <ul className={classes.rows} aria-label={words.list}>
      {tokens.data.map((token) => (
        <TokenRow
          key={token.id}
          token={token}
          isRevoking={revoking.isPending && revoking.variables === token.id}
          onRevoke={() => revoking.mutate(token.id)}
        />
      ))}
    </ul>
  );
}
