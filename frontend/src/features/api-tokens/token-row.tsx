import { Button } from '@mantine/core';
import rows from '../../shared/administration/rows.module.css';
import { formatDay, formatTime } from '../../shared/format/format-date.ts';
import facts from '../../shared/ui/facts.module.css';
import type { ApiToken } from './api-tokens-api.ts';
import classes from './api-tokens.module.css';
import { words } from './words.ts';

type Props = { token: ApiToken; isRevoking: boolean; onRevoke: () => void };

/** A token: what it is called, what it may, until when, and when it was used. */
export function TokenRow({ token, isRevoking, onRevoke }: Props) {
  return (
    <li className={classes.row} aria-label={token.name}>
      <div className={rows.who}>
        <span className={rows.name}>{token.name}</span>
        <span className={facts.facts}>{token.scopes.map((scope) => words[scope]).join(', ')}</span>
        <span
          className={facts.facts}
        >{`${words.expires(formatDay(token.expiresAt))} · ${usedOf(token)}`}</span>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        loading={isRevoking}
        aria-label={words.revokeOf(token.name)}
        onClick={onRevoke}
      >
        {words.revoke}
      </Button>
    </li>
  );
}

function usedOf({ lastUsedAt }: ApiToken): string {
  return lastUsedAt === null
    ? words.neverUsed
    : words.lastUsed(formatDay(lastUsedAt), formatTime(lastUsedAt));
}
