import type { DurationDays } from '@vitrine/contracts';
import { useEffect, useId } from 'react';
import { formatInstant } from '../format/format-date.ts';
import facts from '../ui/facts.module.css';
import { useNow } from '../ui/use-now.ts';
import classes from './duration-choice.module.css';
import { DurationOptions } from './duration-options.tsx';
import { endOfDuration } from './durations.ts';
import { words } from './words.ts';

type Props = {
  value: DurationDays;
  onChange: (durationDays: DurationDays) => void;
  /** The longest that the account allows, once that is known. */
  longest: DurationDays | undefined;
};

/** How long a link works, and the day and hour that this means. */
export function DurationChoice({ value, onChange, longest }: Props) {
  const id = useId();
  const now = useNow();
  useEffect(() => {
    if (longest !== undefined && value > longest) onChange(longest);
  }, [value, longest, onChange]);
  return (
    <div>
      <DurationOptions
        label={words.duration}
        value={value}
        onChange={onChange}
        longest={longest}
        describedBy={`${id}-end`}
      />
      <p id={`${id}-end`} className={`${facts.facts} ${classes.end}`} role="status">
        {words.until(formatInstant(endOfDuration(value, now)))}
        {longest === undefined || longest === 28 ? null : `. ${words.longest(longest)}`}
      </p>
    </div>
  );
}
