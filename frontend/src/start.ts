import { drawnEarly } from './app/early/early.ts';

void start();

// What is seen first is drawn without the page's own code, which takes the processor for as long as it starts: first what
// it stands on, then itself, with a pause in which what is drawn can be scrolled.
async function start(): Promise<void> {
  await drawnEarly.catch(startedAnyway);
  await import('react-dom/client');
  await new Promise((resolve) => setTimeout(resolve));
  await import('./main.tsx');
}

function startedAnyway(): void {}
