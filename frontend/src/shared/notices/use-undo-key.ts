import { usePageKeys } from '../ui/use-page-keys.ts';
import { actOn } from './notice.ts';
import type { Notice } from './notice.ts';

/** Takes back what was done last, as long as a notice offers that: nobody has to find their way to its button. */
export function useUndoKey(notices: readonly Notice[]): void {
  usePageKeys((event) => {
    const last = notices.findLast(({ action }) => action?.isUndo);
    if (last === undefined || !isUndo(event)) return;
    event.preventDefault();
    actOn(last);
  });
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
