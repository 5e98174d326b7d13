import { IconDownload, IconMail, IconMailOff, IconPhoto, IconShare2, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatInstant, formatTime } from '../../shared/format/format-date.ts';
import { ListHeading } from '../../shared/ui/list-heading.tsx';
import { useNow } from '../../shared/ui/use-now.ts';
import { byDay } from './days.ts';
import { sentenceOf } from './entry-sentence.ts';
import type { Entry } from './show-activity-api.ts';
import classes from './timeline.module.css';
import { words } from './words.ts';

/** What happened, day by day, newest first. */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  const now = useNow();
  const told = entries.filter((entry) => sentenceOf(entry) !== null);
  return (
    <div role="group" aria-label={words.list}>
      {byDay(told, now).map(({ key, heading, items }) => (
        <section key={key} className={classes.day}>
          <ListHeading>{heading}</ListHeading>
          <ul className={classes.entries}>
            {items.map((entry) => (
              <TimelineEntry key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TimelineEntry({ entry }: { entry: Entry }) {
  return (
    <li className={classes.entry} data-failed={FAILED.has(entry.type) || undefined}>
      <span className={classes.icon} aria-hidden>
        {iconOf(entry.type)}
      </span>
      <span className={classes.sentence}>{sentenceOf(entry)}</span>
      <time className={classes.time} dateTime={entry.at} title={formatInstant(entry.at)}>
        {formatTime(entry.at)}
      </time>
    </li>
  );
}

const FAILED: ReadonlySet<string> = new Set(['guest.mail-failed', 'download.aborted']);

const SHAPE = { size: 18, stroke: 1.5 };

const ICONS: [string, ReactNode][] = [
  ['guest.mail-failed', <IconMailOff key="mail-failed" {...SHAPE} />],
  ['guest.mail-', <IconMail key="mail" {...SHAPE} />],
  ['guest.', <IconUser key="guest" {...SHAPE} />],
  ['share.assets-', <IconPhoto key="assets" {...SHAPE} />],
  ['share.', <IconShare2 key="share" {...SHAPE} />],
  ['download.', <IconDownload key="download" {...SHAPE} />],
];

function iconOf(type: string): ReactNode {
  return ICONS.find(([start]) => type.startsWith(start))?.[1] ?? null;
}
