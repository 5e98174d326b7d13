import { Pill } from '@mantine/core';
import classes from './guest-field.module.css';
import type { PickedGuest } from './picked-guests.ts';
import { words } from './words.ts';

// Mantine hides it from keyboards and screen readers.
const REACHABLE = { tabIndex: 0, 'aria-hidden': false } as const;

/** What can be pressed is not smaller (WCAG 2.5.8). */
const TARGET_PX = 24;

type Props = { picked: readonly PickedGuest[]; onRemove: (email: string) => void };

export function PickedPills({ picked, onRemove }: Props) {
  return picked.map(({ email, user }) => (
    <Pill
      key={email}
      h={TARGET_PX}
      fz="xs"
      classNames={{ remove: classes.remove ?? '' }}
      withRemoveButton
      title={email}
      removeButtonProps={{ 'aria-label': words.remove(user?.name ?? email), ...REACHABLE }}
      onRemove={() => onRemove(email)}
    >
      {user?.name ?? email}
    </Pill>
  ));
}
