import { drawnEarly } from './app/early/early.ts';

const PARTS = [() => import('react-dom/client'), () => import('./ground.ts'), () => import('./main.tsx')];

void start();

// What is seen first is drawn without the page's own code, which takes the processor for as long as it starts: first what
// it stands on, then itself, with pauses in which what is drawn can be scrolled.
async function start(): Promise<void> {
  await drawnEarly.catch(startedAnyway);
  for (const part of PARTS) {
    await part();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function startedAnyway(): void {}
