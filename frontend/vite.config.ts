import react from '@vitejs/plugin-react';
import { publicContract } from '@vitrine/contracts';
import { defineConfig, loadEnv } from 'vite';
import { compileHints } from './build/compile-hints.ts';
import { contractRoutes } from './build/contract-routes.ts';
import { earlyDrawing } from './build/early-drawing.ts';
import { earlyScript } from './build/early-script.ts';
import { firstPageBudget } from './build/first-page-budget.ts';
import { idsOfReact } from './build/ids-of-react.ts';
import { nameMainCode } from './build/main-code.ts';
import { plainPopover } from './build/plain-popover.ts';
import { preloadFont } from './build/preload-font.ts';
import { sheetsAskedAgain } from './build/sheets-asked-again.ts';
import { unbrokenWords } from './build/unbroken-words.ts';
import { withoutUnusedParts } from './build/unused-parts.ts';
import { withoutPackages } from './build/without-packages.ts';

// What every page stands on comes as two files, which compress better than many and stay cached: each starts in a task
// of its own.
const GROUND = [
  '@tanstack(?!/[^/]+/build/modern/(useInfiniteQuery|infiniteQueryO))/',
  '@mantine/hooks/esm/(?!use-(click-outside|debounced-value|focus-return|focus-trap|force-update|hotkeys|previous|resize-observer|window-event)/)',
  '@mantine/core/esm/(core|utils)/(?!Floating/|utils/(find-element-in-shadow-dom|get-env|get-safe-id)/)',
  '@mantine/core/esm/components/(ActionIcon|Button|Checkbox|CloseButton|Input|Loader|TextInput)/',
  '@mantine/core/esm/components/(Transition|UnstyledButton)/',
];
// What menus are drawn with is read when the first one is wanted; dialogs and tooltips take a part of it each.
const LAYERS = [
  'core/esm/(components/(FocusTrap|Overlay|Portal|VisuallyHidden)|utils/Floating)/',
  'hooks/esm/use-(click-outside|focus-return|focus-trap)/',
];
const MENUS = [
  'node_modules/@mantine/core/esm/components/(Menu|Popover)/',
  'frontend/src/(app/frame/person|features/(switch-domain/domains|share-assets/share)|shared/ui/choice)-items[.]tsx',
  'frontend/src/shared/ui/opened-menu[.]tsx',
];
const readWithMenus = [
  { name: 'layers', test: new RegExp(`node_modules/@mantine/(${LAYERS.join('|')})`) },
  { name: 'floating', test: /node_modules[/]@floating-ui[/](?!react[/])/ },
  { name: 'menus', test: new RegExp(MENUS.join('|')) },
];
// What the assets page and the pages after it draw alike: split up by who shares what, it compresses worse.
const ALIKE = [
  'app/(app|lazy-page|return-path|router|search-params|frame/|door/(keep|sign-in-over))',
  'app/pages/(assets-|open-preview|page-problems|preview|share-selection|use-asset|words)',
  'features/(browse-assets|download-assets|search-assets|select-assets|share-assets|switch-domain)/(?!draw-frame|framed-indices|select-all)',
  'shared/(api|connection|notices|session|state|theme|words)/(?!attempt)',
  'shared/format/(format-date|format-size|shorten-middle)',
  'shared/assets/(asset|asset-controls|file-type|tile|words)[.]',
  'shared/ui/(choice-menu|facts|file-name|icon-action|kind-icon|page-state|picture|read-failed|search-field|shape|small-label|use-hint|words)',
];
// The words in another language are read for their readers alone.
const alike = {
  name: 'alike',
  test: new RegExp(`frontend/src/(?!.*([.]de[.]|-items[.]))(${ALIKE.join('|')})`),
};
// What runs beside the download of all that, and stands on nothing of it.
const EARLY = [
  'frontend/src/app/(early/|search-params)',
  'frontend/src/features/(browse-assets/assets-view|visit-share/guest-page-size)[.]ts',
  'frontend/src/shared/api/(early-answers|request-of)[.]ts',
  'contracts/src/http/byte-routes[.]ts',
  'frontend/src/shared/(state/covered|words/language|words/plural)[.]ts',
  '(vite/preload-helper|rolldown/runtime)',
];
const early = { name: 'early', test: new RegExp(EARLY.join('|')), priority: 2 };
const ground = {
  name: 'ground',
  test: new RegExp(`(node_modules/(${GROUND.join('|')})|frontend/src/ground[.]ts)`),
};
const reactItself = { name: 'react', test: /node_modules[/](react|react-dom|scheduler)[/]/, priority: 1 };

// What the early drawing has in the place of what is large.
const DRAWING = 'src/app/early/drawing';
const DRAWINGS = { assets: `${DRAWING}/assets-drawing.tsx`, guest: `${DRAWING}/guest-drawing.tsx` };
const STAND_INS = {
  react: `${DRAWING}/elements.ts`,
  'react/jsx-runtime': `${DRAWING}/elements.ts`,
  '@mantine/core': `${DRAWING}/stand-ins/mantine.tsx`,
  '@tanstack/react-router': `${DRAWING}/stand-ins/router.tsx`,
  'ui/use-hint.tsx': `${DRAWING}/stand-ins/use-hint.ts`,
  'session/session-api.ts': `${DRAWING}/stand-ins/session.ts`,
};
const CATALOGUES = {
  en: `${DRAWING}/stand-ins/english-catalogue.ts`,
  de: `${DRAWING}/stand-ins/german-catalogue.ts`,
};

// Whoever hands over returned mails is no page.
const { bounces: _, ...usedByThePage } = publicContract;

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    contractRoutes(usedByThePage),
    unbrokenWords(),
    withoutUnusedParts(),
    idsOfReact(),
    plainPopover(),
    earlyDrawing({ modules: DRAWINGS, standIns: STAND_INS, catalogues: CATALOGUES }),
    earlyScript('src/app/early/early.ts'),
    nameMainCode({ module: 'src/main.tsx', pages: { '/guest': 'src/app/pages/guest/guest-page.tsx' } }),
    sheetsAskedAgain(),
    preloadFont(/inter-latin-wght-normal/),
    compileHints('react', 'ground', 'alike'),
    // The server checks; and zod tries to make code out of text, which the content security policy forbids.
    withoutPackages('zod'),
    firstPageBudget({
      page: 'src/app/pages/assets-page.tsx',
      drawing: /drawing-assets-en-.*\.js$/,
      mostKilobytes: 200,
    }),
  ],
  build: {
    target: 'es2022',
    reportCompressedSize: true,
    // Browsers since 2023 know it; an older one reads the same files, one after another.
    modulePreload: { polyfill: false },
    // Inlined fonts and pictures would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'src/app/early/early.ts'],
      output: { codeSplitting: { groups: [early, reactItself, ground, alike, ...readWithMenus] } },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': portal(mode), '/d/': portal(mode) },
  },
}));

// While developing, `vite` serves the page and a running portal the rest. The portal hears of the page's own host: a
// request that changes something and comes from another one is refused.
function portal(mode: string) {
  const target = loadEnv(mode, import.meta.dirname, 'GATEWAY_')['GATEWAY_URL'] ?? 'http://127.0.0.1:8080';
  return { target, changeOrigin: false };
}
