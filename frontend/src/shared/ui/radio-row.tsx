import { useId } from 'react';
import classes from './radio-row.module.css';

type Props<Value> = {
  label: string;
  options: readonly { value: Value; label: string; isDisabled?: boolean }[];
  value: Value;
  onChange: (value: Value) => void;
  /** The ids of what says more. */
  describedBy?: string | undefined;
  /** How they stand; else all in one row. */
  className?: string | undefined;
  /** In a dialog that asks for nothing else: the chosen one has the focus at first. */
  isFocused?: boolean;
};

/** One of a few, all in view. */
export function RadioRow<Value extends string | number>({ label, options, value, ...rest }: Props<Value>) {
  const { onChange, describedBy, className, isFocused = false } = rest;
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <div id={`${id}-label`} className={classes.label}>
        {label}
      </div>
      <div className={`${classes.options} ${className ?? classes.oneRow}`}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={id}
              className={classes.input}
              checked={option.value === value}
              disabled={option.isDisabled === true}
              data-autofocus={(isFocused && option.value === value) || undefined}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
