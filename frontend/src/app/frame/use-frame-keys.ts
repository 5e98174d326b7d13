import { usePageKeys } from '../../shared/ui/use-page-keys.ts';

/** The keys that work on every page. They are heard with the first drawing, whenever the code of what they open comes. */
export function useFrameKeys({ onHelp }: { onHelp: () => void }): void {
  usePageKeys((event) => {
    if (event.key === '?') onHelp();
    if (event.key === '/') {
      // Not typed into the box that it leads to.
      event.preventDefault();
      document.querySelector<HTMLElement>('[role="searchbox"]')?.focus();
    }
  });
}
