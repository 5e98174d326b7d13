import { Button, Loader } from '@mantine/core';
import { formatDay } from '../../shared/format/format-date.ts';
import { SessionRow } from '../../shared/sessions/session-row.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import classes from './dialogs.module.css';
import { nameOf } from './guest-words.ts';
import { useEndGuestBrowser, useGuestBrowsers } from './manage-guests-api.ts';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

type Props = { shareId: string; guest: Guest; onClose: () => void };

/** Where a guest has the share open, and the way to close it there. */
export function BrowsersDialog({ shareId, guest, onClose }: Props) {
  const browsers = useGuestBrowsers(shareId, guest.id);
  return (
    <Dialog
      isShort
      title={words.browsersTitle(nameOf(guest))}
      onClose={onClose}
      onSubmit={onClose}
      actions={<Button type="submit">{words.done}</Button>}
    >
      <div className={classes.step}>
        <p className={classes.words}>{words.browsersWords}</p>
        {browsers.isPending ? <Loader size="sm" aria-label={words.browsersLoading} /> : null}
        {browsers.isError ? <Failure error={browsers.error} onRetry={() => void browsers.refetch()} /> : null}
        {browsers.isSuccess ? <Browsers shareId={shareId} guestId={guest.id} /> : null}
      </div>
    </Dialog>
  );
}

function Browsers({ shareId, guestId }: { shareId: string; guestId: string }) {
  const { data = [] } = useGuestBrowsers(shareId, guestId);
  const ending = useEndGuestBrowser(shareId, guestId);
  if (data.length === 0) return <p className={classes.words}>{words.browsersNone}</p>;
  return (
    <ul className={classes.browsers} aria-label={words.browsersList}>
      {data.map((session) => (
        <SessionRow
          key={session.id}
          session={session}
          since={session.startedAt === null ? null : words.browserSince(formatDay(session.startedAt))}
          end={{
            label: words.endBrowser,
            nameOf: words.endBrowserOf,
            isPending: ending.isPending && ending.variables === session.id,
            onEnd: () => ending.mutate(session.id),
          }}
        />
      ))}
    </ul>
  );
}
