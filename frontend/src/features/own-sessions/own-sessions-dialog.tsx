import { Loader } from '@mantine/core';
import { SessionRow } from '../../shared/sessions/session-row.tsx';
import { formatDay } from '../../shared/format/format-date.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useEndOthers, useEndSession, useOwnSessions } from './own-sessions-api.ts';
import classes from './own-sessions.module.css';
import { words } from './words.ts';

/** Where one is signed in, and the way out of each place. */
export function OwnSessionsDialog({ onClose }: { onClose: () => void }) {
  const sessions = useOwnSessions();
  const endOthers = useEndOthers();
  const follow = useOutcome();
  const hasOthers = (sessions.data?.length ?? 0) > 1;
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => {
        if (hasOthers && !endOthers.isPending)
          follow(endOthers.mutateAsync(), { tell: () => tell(words.othersEnded) });
      }}
      actions={
        <DialogActions
          label={words.endOthers}
          isPending={endOthers.isPending}
          onCancel={onClose}
          cancelLabel={words.close}
          canSubmit={hasOthers}
          reason={sessions.isSuccess && !hasOthers ? words.noOthers : null}
          isDangerous
        />
      }
    >
      <div className={classes.content}>
        <p className={classes.words}>{words.explanation}</p>
        {sessions.isPending ? <Loader size="sm" aria-label={words.loading} /> : null}
        {sessions.isError ? (
          <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />
        ) : (
          <Sessions />
        )}
        {endOthers.isError ? <Failure error={endOthers.error} /> : null}
      </div>
    </Dialog>
  );
}

function Sessions() {
  const { data = [] } = useOwnSessions();
  const ending = useEndSession();
  return (
    <ul className={classes.rows} aria-label={words.list}>
      {data.map((session) => (
        <SessionRow
          key={session.id}
          session={session}
          since={words.since(formatDay(session.startedAt))}
          label={session.isCurrent ? words.current : undefined}
          end={
            session.isCurrent
              ? undefined
              : {
                  label: words.end,
                  nameOf: words.endOf,
                  isPending: ending.isPending && ending.variables === session.id,
                  onEnd: () => ending.mutate(session.id),
                }
          }
        />
      ))}
    </ul>
  );
}
