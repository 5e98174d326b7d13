import { Button } from '@mantine/core';
import rows from '../../shared/administration/rows.module.css';
import { formatDay, formatTime } from '../../shared/format/format-date.ts';
import facts from '../../shared/ui/facts.module.css';
import { SmallLabel } from '../../shared/ui/small-label.tsx';
import type { OwnSession } from './own-sessions-api.ts';
import classes from './own-sessions.module.css';
import { words } from './words.ts';

type Props = { session: OwnSession; isEnding: boolean; onEnd: () => void };

/** A session as its person knows it again: in what, since when, from where. */
export function SessionRow({ session, isEnding, onEnd }: Props) {
  const place = words.place(session.browser ?? words.unknownBrowser, session.system);
  return (
    <li className={classes.row} aria-label={place}>
      <div className={rows.who}>
        <div className={rows.head}>
          <span className={rows.name}>{place}</span>
          {session.isCurrent ? <SmallLabel>{words.current}</SmallLabel> : null}
        </div>
        <span className={facts.facts}>{factsOf(session)}</span>
      </div>
      {session.isCurrent ? null : (
        <Button
          size="compact-sm"
          variant="default"
          loading={isEnding}
          aria-label={words.endOf(place)}
          onClick={onEnd}
        >
          {words.end}
        </Button>
      )}
    </li>
  );
}

function factsOf({ startedAt, lastUsedAt, address }: OwnSession): string {
  const used = words.lastUsed(formatDay(lastUsedAt), formatTime(lastUsedAt));
  return [words.since(formatDay(startedAt)), used, address].filter((fact) => fact !== null).join(' · ');
}
