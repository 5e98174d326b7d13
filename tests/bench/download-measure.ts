import { type ChildProcess, execFile } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What one download took; CPU and memory of all processes that served it. */
export interface Sample {
  mbPerSecond: number;
  cpuSecondsPerGb: number;
  peakMb: number;
}

/** Downloads by curl, which throws the bytes away, and asks `pids` and their children what it cost them. */
export const measure = (
  pids: readonly number[],
  url: string,
  curlOptions: readonly string[] = [],
): Promise<Sample & { byteSize: number }> => measureTaking(pids, () => curl(url, curlOptions));

/** Takes something and asks `pids` and their children what it cost them. */
export const measureTaking = async (
  pids: readonly number[],
  take: () => Promise<{ seconds: number; byteSize: number }>,
): Promise<Sample & { byteSize: number }> => {
  const before = pids.flatMap(withChildren);
  before.forEach(forgetPeak);
  const cpuOf = new Map(before.map((pid) => [pid, cpuSecondsOf([pid])]));
  const { seconds, byteSize } = await take();
  // A backend of a database may come or go meanwhile.
  const all = pids.flatMap(withChildren).filter((pid) => cpuOf.has(pid));
  const cpuBefore = all.reduce((sum, pid) => sum + (cpuOf.get(pid) ?? 0), 0);
  return {
    byteSize,
    mbPerSecond: byteSize / seconds / 1e6,
    cpuSecondsPerGb: (cpuSecondsOf(all) - cpuBefore) / (byteSize / 1e9),
    peakMb: all.reduce((sum, pid) => sum + statusOf(pid, 'VmHWM'), 0),
  };
};

const ALWAYS: readonly (readonly string[])[] = [
  ['-sSf'],
  ['-m', '300'],
  ['--noproxy', '*'],
  ['-o', '/dev/null'],
  ['-w', String.raw`%{time_total} %{size_download} %{time_starttransfer}\n`],
];

const timesOf = (line: string) => {
  const [seconds = 0, byteSize = 0, firstByteSeconds = 0] = line.split(' ').map(Number);
  return { seconds, byteSize, firstByteSeconds };
};

/** Fails where curl does; a number of bytes that is not the announced one is such a failure. */
export const curl = async (url: string, options: readonly string[] = []) => {
  const { stdout } = await run('curl', [...ALWAYS.flat(), ...options, url]);
  return timesOf(stdout);
};

/** One after the other over one kept connection; the seconds are those of the requests, without what is between. */
export const curlEach = async (requests: readonly { url: string; headers: readonly string[] }[]) => {
  const each = requests.map(({ url, headers }) =>
    [...ALWAYS, ...headers.map((header) => ['-H', header]), ['--url', url]].map(asLine),
  );
  const running = run('curl', ['--config', '-'], { maxBuffer: 10_000_000 });
  running.child.stdin?.end(each.map((lines) => lines.join('\n')).join('\n--next\n'));
  const { stdout } = await running;
  const taken = stdout.trimEnd().split('\n').map(timesOf);
  const sumOf = (which: 'seconds' | 'byteSize') => taken.reduce((sum, one) => sum + one[which], 0);
  return { seconds: sumOf('seconds'), byteSize: sumOf('byteSize') };
};

/** An option as a line of a file of options. */
const asLine = ([option = '', value]: readonly string[]): string =>
  value === undefined ? option : `${option} ${JSON.stringify(value)}`;

/** The next message of a process; fails where it ends without one. */
export const messageOf = <Message>(child: ChildProcess): Promise<Message> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('A process of the benchmark ended early.'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });

/** The value below which so large a part of the values lies. */
export const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(Math.floor(values.length * part), values.length - 1)] ??
  Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A table as documents want it. */
export const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What a process holds in memory, in MB. */
export const memoryMbOf = (pid: number): number => statusOf(pid, 'VmRSS');

/** CPU of all threads, to the nanosecond; `/proc/<pid>/stat` counts in hundredths of a second. */
export const cpuSecondsOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + threadsOf(pid).reduce((total, file) => total + runSeconds(file), 0), 0);

const threadsOf = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/schedstat`);

const runSeconds = (file: string): number => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e9;

const withChildren = (pid: number): number[] => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...children.map(Number).flatMap(withChildren)];
};

const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

const statusOf = (pid: number, field: string): number => {
  const match = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return (Number(match?.[1]) * 1024) / 1e6;
};
