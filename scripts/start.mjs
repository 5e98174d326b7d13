// npm start: from a fresh clone to a running Vitrine. Plain JavaScript without dependencies, for Node 20.
import path from 'node:path';
import { keptCode } from './lib/kept-code.mjs';
import { memorySettings } from './lib/memory-settings.mjs';
import { root } from './lib/paths.mjs';
import { prepare, script } from './lib/prepare.mjs';
import { runInForeground } from './lib/run-in-foreground.mjs';

await script(async () => {
  await prepare();
  const program = path.join(root, 'services', 'standalone', 'src', 'main.ts');
  process.exitCode = await runInForeground([program, ...process.argv.slice(2)], {
    ...keptCode,
    ...memorySettings,
    ...process.env,
  });
});
