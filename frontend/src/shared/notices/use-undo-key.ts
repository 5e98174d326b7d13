import { usePageKeys } from '../ui/use-page-keys.ts';
import type { Notice } from './notice.ts';
import { undoLast } from './undo.ts';

/** Takes back what was done last, as long as a notice offers that or will: nobody has to find their way to its button. */
export function useUndoKey(notices: readonly Notice[]): void {
  usePageKeys((event) => {
    if (isUndo(event) && undoLast(notices)) event.preventDefault();
  });
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
