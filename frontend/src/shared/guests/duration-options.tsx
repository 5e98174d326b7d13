import type { DurationDays } from '@vitrine/contracts';
import { useId } from 'react';
import classes from './duration-choice.module.css';
import { DURATIONS_DAYS } from './durations.ts';
import { words } from './words.ts';

type Props = {
  label: string;
  value: DurationDays;
  onChange: (durationDays: DurationDays) => void;
  /** What is longer cannot be chosen. */
  longest?: DurationDays | undefined;
  /** The ids of what says more. */
  describedBy: string;
};

/** One of the durations that there are. */
export function DurationOptions({ label, value, onChange, longest = 28, describedBy }: Props) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <div id={`${id}-label`} className={classes.label}>
        {label}
      </div>
      <div className={classes.options}>
        {DURATIONS_DAYS.map((days) => (
          <label key={days} className={classes.option}>
            <input
              type="radio"
              name={id}
              className={classes.input}
              checked={days === value}
              disabled={days > longest}
              onChange={() => onChange(days)}
            />
            {words.days(days)}
          </label>
        ))}
      </div>
    </div>
  );
}
