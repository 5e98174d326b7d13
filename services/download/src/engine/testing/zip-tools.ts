import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { testWhere, toolOnPath } from '@vitrine/platform/testing/requires.ts';

const start = promisify(execFile);

/** Starts a program of the machine; rejects with what it said when it ends with an error. */
export const run = async (tool: string, ...parameters: string[]): Promise<string> => {
  // Whatever language the machine speaks: unzip writes names in its characters.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { stdout } = await start(tool, parameters, { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
};

/** How each program of the machine is asked whether an archive is sound. */
const soundness: Record<string, (zip: string) => string[]> = {
  unzip: (zip) => ['-tqq', zip],
  '7z': (zip) => ['t', '-bso0', zip],
  python3: (zip) => ['-m', 'zipfile', '-t', zip],
};

/** One test per program that finds the archive sound, each skipped by name where there is none. */
export const testWithEveryTool = (what: string, zip: () => string): void => {
  for (const [tool, parameters] of Object.entries(soundness)) {
    testWhere(toolOnPath(tool), `when ${what} is given to ${tool}, then it is sound`, async () => {
      const said = await run(tool, ...parameters(zip()));
      if (/error|warning/i.test(said)) throw new Error(said);
    });
  }
};
