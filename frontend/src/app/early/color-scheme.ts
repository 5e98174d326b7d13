/** Where Mantine keeps what was chosen. */
const KEPT_AS = 'mantine-color-scheme-value';

/** Light or dark, as Mantine will set it, so that nothing is drawn in the other one before. */
export function setColorScheme(): void {
  const chosen = keptChoice();
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['mantineColorScheme'] = isDark ? 'dark' : 'light';
}

function keptChoice(): string | null {
  try {
    return window.localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
