import '@fontsource-variable/inter/wght.css';
import './shared/theme/mantine-styles.ts';
import './shared/theme/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { language } from './shared/words/language.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');

document.documentElement.lang = language;

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
