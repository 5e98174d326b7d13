import type { DurationDays } from '@vitrine/contracts';
import { RadioRow } from '../ui/radio-row.tsx';
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
  isFocused?: boolean;
};

/** One of the durations that there are. */
export function DurationOptions({ longest = 28, ...rest }: Props) {
  const options = DURATIONS_DAYS.map((days) => ({
    value: days,
    label: words.days(days),
    isDisabled: days > longest,
  }));
  return <RadioRow options={options} className={classes.options} {...rest} />;
}
