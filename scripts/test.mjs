// npm test: sets a fresh clone up, runs every test, and closes with `N passed, N failed, N skipped`.
// REQUIRE_ALL=1 makes a skip a failure. What follows `--` goes to Jest: npm test -- services/share
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { prepare, script } from './lib/prepare.mjs';
import { runInForeground } from './lib/run-in-foreground.mjs';
import { say } from './lib/terminal.mjs';

await script(async () => {
  await prepare();
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-test-'));
  const summaryFile = path.join(folder, 'summary.json');
  const code = await runJest(process.argv.slice(2), summaryFile);
  const summary = await readSummary(summaryFile);
  await rm(folder, { recursive: true });
  close(summary, code);
});

function runJest(args, summaryFile) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return runInForeground([...flags, jest, ...args], { TEST_SUMMARY_FILE: summaryFile });
}

async function readSummary(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
}

function close({ passed, failed, skipped }, code) {
  const isUnexplained = code !== 0 && failed === 0;
  const isIncomplete = process.env.REQUIRE_ALL === '1' && skipped > 0;
  if (isUnexplained) say(`\nJest ended with ${code}, and not because of a test: counted as a failure.`);
  if (isIncomplete) say('\nREQUIRE_ALL=1: what was skipped has to run.');
  if (code !== 0 || isIncomplete) process.exitCode = 1;
  process.stdout.write(
    `\n${passed} passed, ${failed + (isUnexplained ? 1 : 0)} failed, ${skipped} skipped\n`,
  );
}
