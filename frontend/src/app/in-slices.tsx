import { startTransition, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';

/** What is within is drawn for the first time in slices of a few milliseconds, between which the browser is free. */
export function InSlices({ children }: { children: ReactNode }) {
  const [isBegun, setBegun] = useState(false);
  useLayoutEffect(() => startTransition(() => setBegun(true)), []);
  return isBegun ? children : null;
}
