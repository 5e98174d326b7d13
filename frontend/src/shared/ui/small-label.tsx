import type { ComponentProps } from 'react';
import classes from './small-label.module.css';

type Props = Omit<ComponentProps<'span'>, 'className'> & { tone?: 'quiet' | 'soon' };

/** A word on a picture that has to be known at a glance. */
export function SmallLabel({ tone = 'quiet', ...rest }: Props) {
  return <span {...rest} className={classes.label} data-tone={tone} />;
}
