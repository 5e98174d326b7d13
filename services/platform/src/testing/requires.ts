import path from 'node:path';
import { test } from '@jest/globals';
import { isExecutable } from './infrastructure/find-binary.ts';

/** A part of the machine that a test needs, as a reader of the skipped tests should know it. */
export type Requirement = { name: string; met: boolean };

/**
 * A test that runs where its requirement is met. Elsewhere it is skipped by name and with its reason, which
 * `npm test` lists at the end; with `REQUIRE_ALL=1` such a skip is a failure.
 */
export function testWhere(
  requirement: Requirement,
  name: string,
  run: () => void | Promise<void>,
  timeoutMs?: number,
): void {
  if (requirement.met) test(name, run, timeoutMs);
  else test.skip(`${name} [needs ${requirement.name}]`, run);
}

/** The requirement of a program that can be started by its name, e.g. `ffmpeg`. */
export function toolOnPath(tool: string): Requirement {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return {
    name: `${tool} on the PATH`,
    met: folders.some((folder) => isExecutable(path.join(folder, tool))),
  };
}
