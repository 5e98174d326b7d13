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
export const measure = async (
  pids: readonly number[],
  url: string,
  curlOptions: readonly string[] = [],
): Promise<Sample & { byteSize: number }> => {
  const before = pids.flatMap(withChildren);
  before.forEach(forgetPeak);
  const cpuOf = new Map(before.map((pid) => [pid, cpuSecondsOf([pid])]));
  const { seconds, byteSize } = await curl(url, curlOptions);
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

/** Fails where curl does; a number of bytes that is not the announced one is such a failure. */
export const curl = async (url: string, options: readonly string[] = []) => {
  const format = '%{time_total} %{size_download} %{time_starttransfer}';
  const always = ['-sSf', '-m', '300', '--noproxy', '*', '-o', '/dev/null', '-w', format];
  const { stdout } = await run('curl', [...always, ...options, url]);
  const [seconds = 0, byteSize = 0, firstByteSeconds = 0] = stdout.split(' ').map(Number);
  return { seconds, byteSize, firstByteSeconds };
};

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
