import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ComponentProps } from 'react';
import { isFailureShown } from '../../shared/api/api-error.ts';
import { usePolicyOfShare } from '../../shared/guests/policy-api.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import classes from './guests-panel.module.css';
import { GuestsList, GuestsSkeleton } from './guests-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { useGuests } from './manage-guests-api.ts';
import type { Guest } from './manage-guests-api.ts';
import { guestsLike, isWorthSearching } from './shown-guests.ts';
import { ListSearch } from '../../shared/administration/list-search.tsx';
import { BrowsersDialog } from './browsers-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { ResendDialog } from './resend-dialog.tsx';
import { words } from './words.ts';

const DIALOGS = {
  remove: RemoveDialog,
  renew: RenewDialog,
  resend: ResendDialog,
  browsers: BrowsersDialog,
  link: LinkDialog,
};

type Open = { what: 'invite' } | { what: keyof typeof DIALOGS; guest: Guest };

type Props = { shareId: string; isEnabled: boolean; downloadsMax: number | null };
type FoundProps = ComponentProps<typeof GuestsList>;

const NOBODY = { items: [], areBeingInvited: false };

/** The Guests tab: who has access, and at its bottom the way to invite more. */
export function GuestsPanel({ shareId, isEnabled, downloadsMax }: Props) {
  const query = useGuests(shareId);
  const { open, setOpen, actions } = useGuestActions(shareId);
  const { items: guests, areBeingInvited } = query.data ?? NOBODY;
  const isFailed = isFailureShown(query, guests.length > 0);
  const isEmpty = query.isSuccess && guests.length === 0;
  return (
    <>
      {isEnabled || guests.length === 0 ? null : <p className={classes.disabled}>{words.disabled}</p>}
      {query.isPending ? <GuestsSkeleton /> : null}
      {isFailed ? <ReadFailed title={words.failedTitle} query={query} /> : null}
      {isEmpty ? <NobodyYet areBeingInvited={areBeingInvited} /> : null}
      {guests.length > 0 ? <FoundGuests {...{ guests, downloadsMax, actions }} /> : null}
      {query.isPending ? null : <InviteFoot isAlone={isEmpty} onInvite={() => setOpen({ what: 'invite' })} />}
      <OpenDialog shareId={shareId} open={open} onClose={() => setOpen(null)} />
    </>
  );
}

/** Who was named with the share may be on the way still: then "nobody" would have them invited twice. */
function NobodyYet({ areBeingInvited }: { areBeingInvited: boolean }) {
  const [title, text] = areBeingInvited
    ? [words.arrivingTitle, words.arrivingWords]
    : [words.emptyTitle, words.emptyWords];
  return <PageState title={title}>{text}</PageState>;
}

/** The guests, and where they are many, the way to find some of them. */
function FoundGuests({ guests, downloadsMax, actions }: FoundProps) {
  const [text, setText] = useState('');
  const found = guestsLike(guests, text);
  return (
    <>
      {isWorthSearching(guests) ? (
        <ListSearch className={classes.search} label={words.search} text={text} onSearch={setText} />
      ) : null}
      {found.length === 0 ? (
        <PageState title={words.noMatchTitle} action={{ label: words.showAll, onClick: () => setText('') }}>
          {words.noMatchWords(text.trim())}
        </PageState>
      ) : null}
      {/* Drawn anew from the first for other words. */}
      <GuestsList key={text} guests={found} downloadsMax={downloadsMax} actions={actions} />
    </>
  );
}

/** What is done with a guest opens a dialog. */
function useGuestActions(shareId: string) {
  const [open, setOpen] = useState<Open | null>(null);
  const policy = usePolicyOfShare(shareId);
  const hasLinks = policy?.linksToCopy === true && policy.areAssetsYours;
  const actions = useMemo(
    () => ({
      onRemove: (guest: Guest) => setOpen({ what: 'remove', guest }),
      onRenew: (guest: Guest) => setOpen({ what: 'renew', guest }),
      onResend: (guest: Guest) => setOpen({ what: 'resend', guest }),
      onBrowsers: (guest: Guest) => setOpen({ what: 'browsers', guest }),
      onLink: hasLinks ? (guest: Guest) => setOpen({ what: 'link', guest }) : null,
    }),
    [hasLinks],
  );
  return { open, setOpen, actions };
}

/** Comes with the list and not before: it would move under the finger when the list takes its place. */
function InviteFoot({ isAlone, onInvite }: { isAlone: boolean; onInvite: () => void }) {
  return (
    <div className={classes.foot} data-alone={isAlone || undefined}>
      <Button onClick={onInvite}>{words.invite}</Button>
    </div>
  );
}

type DialogProps = { shareId: string; open: Open | null; onClose: () => void };

function OpenDialog({ shareId, open, onClose }: DialogProps) {
  if (open === null) return null;
  if (open.what === 'invite') return <InviteDialog shareId={shareId} onClose={onClose} />;
  const Dialog = DIALOGS[open.what];
  return <Dialog shareId={shareId} guest={open.guest} onClose={onClose} />;
}
