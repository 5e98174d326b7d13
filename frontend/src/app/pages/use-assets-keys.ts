import { useHotkeys } from '@mantine/hooks';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import type { Asset } from '../../shared/assets/asset.ts';

/** Keys of a file manager: all that is listed, and nothing. Not while a preview is open, nor in a field. */
export function useAssetsKeys(listed: readonly Asset[], actions: SelectionActions, isActive: boolean): void {
  const whileActive = (act: () => void) => () => {
    if (isActive && document.querySelector('[role="dialog"], [role="menu"]') === null) act();
  };
  useHotkeys([
    ['mod+A', whileActive(() => actions.add(listed))],
    ['Escape', whileActive(actions.clear), { preventDefault: false }],
  ]);
}
