import { Button } from '@mantine/core';
import { useState } from 'react';
import { ListHeading } from '../../shared/ui/list-heading.tsx';
import { Shape } from '../../shared/ui/shape.tsx';
import { useNow } from '../../shared/ui/use-now.ts';
import { GuestRow } from './guest-row.tsx';
import type { GuestActions } from './guest-row.tsx';
import classes from './guests-list.module.css';
import type { Guest } from './manage-guests-api.ts';
import { words } from './words.ts';

type Props = { guests: readonly Guest[]; downloadsMax: number | null; actions: GuestActions };

/** Who has access, and at the bottom whose access has ended. */
export function GuestsList({ guests, ...rest }: Props) {
  const active = guests.filter(({ state }) => state === 'active');
  const expired = guests.filter(({ state }) => state === 'expired');
  return (
    <>
      <GuestRows label={words.list} guests={active} {...rest} />
      {expired.length === 0 ? null : (
        <section className={classes.expired}>
          <ListHeading>{words.expiredList}</ListHeading>
          <GuestRows label={words.expiredList} guests={expired} {...rest} />
        </section>
      )}
    </>
  );
}

/** So many are drawn at a time: the way to invite more stays within reach below them. */
const ROWS_AT_A_TIME = 100;

function GuestRows({ label, guests, ...rest }: Props & { label: string }) {
  const now = useNow();
  const [most, setMost] = useState(ROWS_AT_A_TIME);
  const left = guests.length - most;
  if (guests.length === 0) return null;
  return (
    <>
      <ul className={classes.rows} aria-label={label}>
        {guests.slice(0, most).map((guest) => (
          <GuestRow key={guest.id} guest={guest} now={now} {...rest} />
        ))}
      </ul>
      {left > 0 ? (
        <Button
          className={classes.more ?? ''}
          size="compact-md"
          variant="subtle"
          color="gray"
          onClick={() => setMost(most + ROWS_AT_A_TIME)}
        >
          {words.showMore(left)}
        </Button>
      ) : null}
    </>
  );
}

const SHAPES = 3;

export function GuestsSkeleton() {
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: SHAPES }, (_, index) => (
        <div key={index} className={classes.shape}>
          <Shape className={classes.line} />
          <Shape className={classes.line} />
        </div>
      ))}
    </div>
  );
}
