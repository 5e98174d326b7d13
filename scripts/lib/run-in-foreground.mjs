import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { pinnedNode, root } from './paths.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// npm passes on the Ctrl-C that the terminal has already sent: these two are one wish of one person.
const sameWishMs = 1000;

// A shell between npm and this process dies of a signal without passing it on.
const lookForParentEachMs = 250;

/**
 * Runs a program on the pinned Node and ends with its exit code. A signal is passed on once and the program ends
 * in its own time; a second one ends it at once.
 */
export async function runInForeground(args, env = {}) {
  const child = spawn(pinnedNode, args, {
    cwd: root,
    env: { ...process.env, ...env },
    // The channel closes when this process dies, however it dies: the program can see that it is alone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // In a group of its own it gets each signal from us alone, and can end its parts in order.
    detached: process.platform !== 'win32',
  });
  const stopWatching = passOnSignals(child);
  try {
    return await exitCodeOf(child);
  } finally {
    stopWatching();
    killGroup(child);
  }
}

function passOnSignals(child) {
  const parent = process.ppid;
  let firstAt;
  const passOn = (signal) => {
    const isSecond = firstAt !== undefined && performance.now() - firstAt > sameWishMs;
    if (isSecond) killGroup(child);
    if (firstAt !== undefined) return;
    firstAt = performance.now();
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, passOn);
  const watch = setInterval(() => {
    if (process.ppid !== parent && firstAt === undefined) passOn('SIGTERM');
  }, lookForParentEachMs);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, passOn);
  };
}

function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

// Workers and tools that the program started and did not wait for are in its group.
function killGroup(child) {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
