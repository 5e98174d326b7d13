import rows from '../../shared/administration/rows.module.css';
import { formatInstant } from '../../shared/format/format-date.ts';
import { SmallLabel } from '../../shared/ui/small-label.tsx';
import classes from './audit.module.css';
import { actOf, aboutOf, whereOf } from './entry-words.ts';
import type { Entry } from './search-audit-api.ts';
import { words } from './words.ts';

/** Who did what on the first line, to whom and what below; where from and when beside it. */
export function AuditRow({ entry }: { entry: Entry }) {
  const { actor, at, outcome } = entry;
  const about = aboutOf(entry);
  return (
    <li className={`${rows.row} ${classes.row}`} data-outcome={outcome}>
      <div className={rows.who}>
        <div className={classes.head}>
          <span className={classes.name}>{actor === '' ? words.formerGuest : (actor ?? words.system)}</span>
          <span>{actOf(entry.act)}</span>
          {outcome !== 'done' && <SmallLabel>{words.outcomes[outcome]}</SmallLabel>}
        </div>
        {about !== '' && <span className={classes.about}>{about}</span>}
      </div>
      <div className={classes.where}>{whereOf(entry)}</div>
      <time className={classes.time} dateTime={at}>
        {formatInstant(at)}
      </time>
    </li>
  );
}
