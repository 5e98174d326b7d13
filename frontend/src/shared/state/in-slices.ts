import { startTransition } from 'react';
import { isCovered } from './covered.ts';

/** Below what was drawn early nobody waits for a change: it is drawn in slices, between which the browser is free. */
export function whenCoveredInSlices(change: () => void): void {
  if (isCovered()) startTransition(change);
  else change();
}
