import { createTheme } from '@mantine/core';
import { PlainButton } from '../ui/plain-button.tsx';
import { amber, night, paper, red, ultramarine } from './palette.ts';

// Mantine's is two pixels below what is typed, which is no size of ours.
const BESIDE_FIELD = { fontSize: '0.8125rem', lineHeight: '1.125rem', textWrap: 'pretty' } as const;

export const theme = createTheme({
  colors: { ultramarine, gray: paper, dark: night, red, yellow: amber },
  primaryColor: 'ultramarine',
  primaryShade: { light: 7, dark: 5 },
  black: '#1f1d1a',
  fontFamily: 'var(--page-font)',
  // Small and middle are both 14/20: Mantine's controls are `sm` by default, and that is the size of the interface.
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.875rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: '1.125rem', sm: '1.25rem', md: '1.25rem', lg: '1.75rem', xl: '2.25rem' },
  radius: { sm: '6px', md: '8px', lg: '12px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '2.25rem' },
      h2: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  // Plain objects and not `Modal.extend`: that would bring every one of them into the first page.
  components: {
    ActionIcon: { defaultProps: { component: PlainButton } },
    Button: { defaultProps: { component: PlainButton } },
    Input: { classNames: { input: 'field' } },
    InputWrapper: {
      styles: {
        label: { marginBottom: 4 },
        description: { marginBlock: 4, ...BESIDE_FIELD },
        error: { marginTop: 4, ...BESIDE_FIELD },
      },
    },
    Checkbox: { defaultProps: { size: 'sm', radius: 'sm' }, classNames: { input: 'box' } },
    Menu: {
      defaultProps: {
        // Above what is told meanwhile: on a phone a notice stands where a menu opens from below.
        zIndex: 500,
        shadow: 'floating',
        radius: 'lg',
        offset: 6,
        // What opens a menu mostly stays in view while the page is scrolled: so does the menu, without being moved.
        floatingStrategy: 'fixed',
        // Mantine's is a thing with a focus that is no item of the menu. Without it the first item has the focus.
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 120, transition: 'fade' },
      },
      classNames: { item: 'entry' },
      styles: { dropdown: { padding: 6 }, item: { minHeight: 36, paddingInline: 12 } },
    },
    ModalRoot: { defaultProps: { radius: 'lg', transitionProps: { duration: 160, transition: 'pop' } } },
    // Mantine lays the input over all of it; the words can be pressed by themselves too.
    Switch: {
      classNames: { track: 'track', thumb: 'thumb' },
      styles: {
        label: { position: 'relative', zIndex: 1 },
        description: BESIDE_FIELD,
      },
    },
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 120 } },
    },
  },
  shadows: { floating: '0 1px 2px rgb(31 29 26 / 8%), 0 12px 32px rgb(31 29 26 / 14%)' },
});
