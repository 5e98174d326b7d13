import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './paths.mjs';

const tailLines = 40;

export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}.\n\n${tail(output)}`);
    this.name = 'CommandFailed';
    this.output = output;
  }
}

/** Runs a command whose output matters only if it fails; answers with that output. */
export async function runQuietly(command, args, env = {}, options = {}) {
  const { code, output } = await capture(command, args, env, options);
  if (code !== 0) throw new CommandFailed([path.basename(command), ...args].join(' '), code, output);
  return output;
}

/** Runs a command and answers with its exit code and all that it said. */
export function capture(command, args, env = {}, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    const stopWatching = endTogether(child);
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      stopWatching();
      resolve({ code: code ?? signal, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

// A person who ends the preparation ends what it started, too.
function endTogether(child) {
  const end = (signal) => {
    child.kill(signal);
    process.exit(130);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  };
}

function tail(output) {
  return output.trimEnd().split('\n').slice(-tailLines).join('\n');
}
