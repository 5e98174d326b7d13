import { Button } from '@mantine/core';
import { TextAction } from '../../shared/ui/text-action.tsx';
import facts from '../../shared/ui/facts.module.css';
import classes from './guest-row.module.css';
import { deedsOf, endOf, endsSoon, isUndelivered, mailOf, requestOf } from './guest-words.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

export type GuestActions = {
  onRemove: (guest: Guest) => void;
  onRenew: (guest: Guest) => void;
  onResend: (guest: Guest) => void;
  onBrowsers: (guest: Guest) => void;
  /** Null where the policy keeps links to the mail. */
  onLink: ((guest: Guest) => void) | null;
};

type Props = {
  guest: Guest;
  now: Date;
  /** How many downloads each guest may begin; null for as many as they like. */
  downloadsMax: number | null;
  actions: GuestActions;
};

/** A guest, until when, what became of the mail and of the link, and what can be done. */
export function GuestRow({ guest, now, downloadsMax, actions }: Props) {
  return (
    <li className={classes.row} aria-label={guest.email} data-state={guest.state}>
      <div className={classes.who}>
        <span className={classes.name}>{guest.name ?? guest.email}</span>
        <span className={facts.facts}>{guest.name === null ? words.external : guest.email}</span>
      </div>
      <div className={`${facts.facts} ${classes.end}`} data-soon={endsSoon(guest, now) || undefined}>
        <time dateTime={guest.expiresAt}>{endOf(guest)}</time>
      </div>
      <Fate guest={guest} downloadsMax={downloadsMax} actions={actions} />
      <RowActions guest={guest} actions={actions} />
    </li>
  );
}

/** What became of the mail and of the link; what the guest wants stands first. */
function Fate({ guest, downloadsMax, actions }: Omit<Props, 'now'>) {
  const request = requestOf(guest);
  return (
    <div className={`${facts.facts} ${classes.fate}`}>
      {request === null ? null : <span className={classes.asked}>{request}</span>}
      <span className={classes.mail} data-mail={guest.mail}>
        {mailOf(guest)}
      </span>
      {isUndelivered(guest) ? (
        <>
          <LinkButton guest={guest} actions={actions} />
          <ResendButton isOffered guest={guest} actions={actions} />
        </>
      ) : (
        <Deeds guest={guest} downloadsMax={downloadsMax} actions={actions} />
      )}
    </div>
  );
}

/** What the guest did with the link, and the way to where it is open. */
function Deeds({ guest, downloadsMax, actions }: Omit<Props, 'now'>) {
  const mayBeOpen = guest.kind === 'external' && guest.state === 'active' && guest.openedAt !== null;
  return (
    <span className={classes.deeds}>
      {deedsOf(guest, downloadsMax)}
      {mayBeOpen ? (
        <TextAction aria-label={words.browsersOf(guest.email)} onClick={() => actions.onBrowsers(guest)}>
          {words.browsers}
        </TextAction>
      ) : null}
      <LinkButton guest={guest} actions={actions} />
    </span>
  );
}

function LinkButton({ guest, actions: { onLink } }: Acting) {
  if (onLink === null || guest.state !== 'active') return null;
  return (
    <TextAction aria-label={words.linkOf(guest.email)} onClick={() => onLink(guest)}>
      {words.link}
    </TextAction>
  );
}

type Acting = Pick<Props, 'guest' | 'actions'>;

/** Where the mail failed, sending it again is offered right there. */
function RowActions({ guest, actions }: Acting) {
  return (
    <div className={classes.actions}>
      {guest.state === 'expired' ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.renewGuest(guest.email)}
          onClick={() => actions.onRenew(guest)}
        >
          {words.renew}
        </Button>
      ) : null}
      {guest.state === 'active' && !isUndelivered(guest) ? (
        <ResendButton guest={guest} actions={actions} />
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
  );
}

function ResendButton({ guest, actions, isOffered = false }: Acting & { isOffered?: boolean }) {
  return (
    <Button
      variant={isOffered ? 'default' : 'subtle'}
      color="gray"
      size="compact-sm"
      className={isOffered ? classes.again : classes.quiet}
      aria-label={words.resendGuest(guest.email)}
      onClick={() => actions.onResend(guest)}
    >
      {isOffered ? words.resendAction : words.resend}
    </Button>
  );
}
