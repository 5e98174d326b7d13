import { usePageKeys } from '../../shared/ui/use-page-keys.ts';

type Keys = { onAll: () => void; onNone: () => void };

/** Keys of a file manager: everything, and nothing. */
export function useAssetsKeys({ onAll, onNone }: Keys): void {
  usePageKeys((event) => {
    if (event.key === 'Escape') onNone();
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onAll();
    }
  });
}
