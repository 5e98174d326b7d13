import { Switch } from '@mantine/core';
import type { SwitchProps } from '@mantine/core';

/** A switch that is called by its label alone: Mantine's own label holds the description too, which is read out anyway. */
export function Toggle({ label, ...props }: SwitchProps & { label: string }) {
  return <Switch {...props} label={label} aria-label={label} />;
}
