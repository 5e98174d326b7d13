// npm run vitrine -- <command>: the command line for accounts, users, domains and imports.
import path from 'node:path';
import { keptCode } from './lib/kept-code.mjs';
import { root } from './lib/paths.mjs';
import { prepare, script } from './lib/prepare.mjs';
import { runInForeground } from './lib/run-in-foreground.mjs';

await script(async () => {
  await prepare({ withPage: false });
  const program = path.join(root, 'services', 'standalone', 'src', 'cli', 'main.ts');
  process.exitCode = await runInForeground([program, ...process.argv.slice(2)], {
    ...keptCode,
    ...process.env,
  });
});
