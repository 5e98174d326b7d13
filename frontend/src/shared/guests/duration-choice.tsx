import type { DurationDays } from '@vitrine/contracts';
import { useEffect, useId } from 'react';
import { formatInstant } from '../format/format-date.ts';
import facts from '../ui/facts.module.css';
import { ToldChanges } from '../ui/told-changes.tsx';
import { useNow } from '../ui/use-now.ts';
import classes from './duration-choice.module.css';
import { DurationOptions } from './duration-options.tsx';
import { endOfDuration } from './durations.ts';
import type { Policy } from './policy-api.ts';
import { longestWords } from './policy-words.ts';
import { words } from './words.ts';

type Props = {
  value: DurationDays;
  onChange: (durationDays: DurationDays) => void;
  /** What it allows, once that is known. */
  policy: Policy | undefined;
  isFocused?: boolean;
};

/** How long a link works, and the day and hour that this means. */
export function DurationChoice({ value, onChange, policy, isFocused = false }: Props) {
  const longest = policy?.longestDurationDays;
  const limit = policy === undefined ? null : longestWords(policy);
  const id = useId();
  const now = useNow();
  const end = words.until(formatInstant(endOfDuration(value, now)));
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
        isFocused={isFocused}
        describedBy={`${id}-end`}
      />
      <p id={`${id}-end`} className={`${facts.facts} ${classes.end}`}>
        {end}
        {limit === null ? null : `. ${limit}`}
      </p>
      <ToldChanges of={value} text={end} />
    </div>
  );
}
