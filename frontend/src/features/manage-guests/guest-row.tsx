import { Button } from '@mantine/core';
import facts from '../../shared/ui/facts.module.css';
import classes from './guest-row.module.css';
import { deedsOf, endOf, endsSoon, mailOf } from './guest-words.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

export type GuestActions = { onRemove: (guest: Guest) => void; onRenew: (guest: Guest) => void };

type Props = { guest: Guest; now: Date; actions: GuestActions };

/** A guest, until when, what became of the mail and of the link, and what can be done. */
export function GuestRow({ guest, now, actions }: Props) {
  const isExpired = guest.state === 'expired';
  return (
    <li className={classes.row} aria-label={guest.email} data-state={guest.state}>
      <div className={classes.who}>
        <span className={classes.name}>{guest.name ?? guest.email}</span>
        <span className={facts.line}>{guest.name === null ? words.external : guest.email}</span>
      </div>
      <div className={`${facts.facts} ${classes.end}`} data-soon={endsSoon(guest, now) || undefined}>
        <time dateTime={guest.expiresAt}>{endOf(guest)}</time>
      </div>
      <div className={`${facts.facts} ${classes.fate}`}>
        <span className={classes.mail} data-mail={guest.mail}>
          {mailOf(guest)}
        </span>
        <span>{deedsOf(guest)}</span>
      </div>
      <div className={classes.actions}>
        {isExpired ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.renewGuest(guest.email)}
            onClick={() => actions.onRenew(guest)}
          >
            {words.renew}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.remove}
          aria-label={words.removeGuest(guest.email)}
          onClick={() => actions.onRemove(guest)}
        >
          {words.remove}
        </Button>
      </div>
    </li>
  );
}
