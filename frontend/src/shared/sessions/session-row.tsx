import { Button } from '@mantine/core';
import rows from '../administration/rows.module.css';
import { formatDay, formatTime } from '../format/format-date.ts';
import facts from '../ui/facts.module.css';
import { SmallLabel } from '../ui/small-label.tsx';
import classes from './session-row.module.css';
import { words } from './words.ts';

type Props = {
  session: {
    browser: string | null;
    system: string | null;
    address: string | null;
    /** Null where it is not known. */
    lastUsedAt: string | null;
  };
  /** Since when it is there, in words; null where that is not known. */
  since: string | null;
  label?: string | undefined;
  /** What ends it; undefined where it is not to be ended here. */
  end?:
    { label: string; nameOf: (place: string) => string; isPending: boolean; onEnd: () => void } | undefined;
};

/** A session as somebody knows it again: in what, since when, from where. */
export function SessionRow({ session, since, label, end }: Props) {
  const place = words.place(session.browser ?? words.unknownBrowser, session.system);
  return (
    <li className={classes.row} aria-label={place}>
      <div className={rows.who}>
        <div className={rows.head}>
          <span className={rows.name}>{place}</span>
          {label === undefined ? null : <SmallLabel>{label}</SmallLabel>}
        </div>
        <span className={facts.facts}>{factsOf(session, since)}</span>
      </div>
      {end === undefined ? null : (
        <Button
          className={classes.end}
          size="compact-sm"
          variant="default"
          loading={end.isPending}
          aria-label={end.nameOf(place)}
          onClick={end.onEnd}
        >
          {end.label}
        </Button>
      )}
    </li>
  );
}

function factsOf({ lastUsedAt, address }: Props['session'], since: string | null): string {
  const used = lastUsedAt === null ? null : words.lastUsed(formatDay(lastUsedAt), formatTime(lastUsedAt));
  return [since, used, address].filter((fact) => fact !== null).join(' · ');
}
