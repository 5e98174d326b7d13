// npm run check: everything about the code that a machine can judge without running it.
import path from 'node:path';
import { generate } from './generate.mjs';
import { install } from './lib/install.mjs';
import { pinnedNode, root } from './lib/paths.mjs';
import { script } from './lib/prepare.mjs';
import { capture } from './lib/run.mjs';
import { dim, green, red, say, seconds } from './lib/terminal.mjs';

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const workspaces = ['contracts', 'services', 'gateway', 'frontend', 'tests', 'scripts'];

const checks = [
  ['lint', bin('eslint', 'bin', 'eslint.js'), '.'],
  ['types', bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'],
  [
    'types of the page',
    bin('typescript', 'bin', 'tsc'),
    '-p',
    path.join('frontend', 'tsconfig.json'),
    '--noEmit',
  ],
  ['formatting', bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  [
    'directions',
    bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err-long',
    ...workspaces,
  ],
  ['dead code', bin('knip', 'bin', 'knip.js'), '--no-config-hints'],
];
const atATime = 2;

await script(async () => {
  await install();
  await generate();
  const waiting = [...checks];
  const failed = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!(await passes(next))) failed.push(next[0]);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  if (failed.length > 0) throw new Error(`Not in order: ${failed.join(', ')}.`);
});

async function passes([name, program, ...args]) {
  const startedAt = performance.now();
  const { code, output } = await capture(pinnedNode, [program, ...args]);
  say(`  ${code === 0 ? green('✓') : red('✗')} ${name}  ${dim(seconds(startedAt))}`);
  if (code !== 0) say(`\n${output.trim()}\n`);
  return code === 0;
}
