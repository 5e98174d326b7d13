import '@fontsource-variable/inter/wght.css';
import './shared/theme/mantine-styles.ts';
import './shared/theme/theme.css';
import './shared/theme/text.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { handOver, limitDrawing } from './app/early/early-drawing.ts';
import { router } from './app/router.tsx';
import { watchLostParts } from './shared/api/lost-parts.ts';
import { language } from './shared/words/language.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');

document.documentElement.lang = language;

watchLostParts();
limitDrawing();
router.subscribe('onRendered', () => void handOver(root));
// In slices, between which what is drawn already can be scrolled.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
