import type { DurationDays } from '@vitrine/contracts';
import { useId } from 'react';
import { formatInstant } from '../format/format-date.ts';
import classes from './duration-choice.module.css';
import { DURATIONS_DAYS, endOfDuration } from './durations.ts';
import facts from '../ui/facts.module.css';
import { useNow } from '../ui/use-now.ts';
import { words } from './words.ts';

type Props = { value: DurationDays; onChange: (durationDays: DurationDays) => void };

/** How long a link works, and the day and hour that this means. */
export function DurationChoice({ value, onChange }: Props) {
  const id = useId();
  const now = useNow();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={`${id}-end`}>
      <div id={`${id}-label`} className={classes.label}>
        {words.duration}
      </div>
      <div className={classes.options}>
        {DURATIONS_DAYS.map((days) => (
          <label key={days} className={classes.option}>
            <input
              type="radio"
              name={id}
              className={classes.input}
              checked={days === value}
              onChange={() => onChange(days)}
            />
            {words.days(days)}
          </label>
        ))}
      </div>
      <p id={`${id}-end`} className={`${facts.facts} ${classes.end}`} role="status">
        {words.until(formatInstant(endOfDuration(value, now)))}
      </p>
    </div>
  );
}
