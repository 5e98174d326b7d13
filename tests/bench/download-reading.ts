// How a benchmark reads: until the first byte, slowly, or as fast as it can.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';

/** Milliseconds until the first byte of the body; the rest is not taken. */
export const firstByteMs = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const request = http.get(url, { agent: false }, (answer) => {
      answer.once('data', () => {
        resolve(performance.now() - startedAt);
        request.destroy();
      });
    });
    request.on('error', reject);
  });

/** Takes so much per second and no more. */
export const readSlowly = (url: string, bytesPerSecond: number, until: AbortSignal): void => {
  const request = http.get(url, { agent: false, signal: until }, (answer) => {
    answer.on('error', () => undefined);
    const timer = setInterval(() => {
      answer.read(Math.min(bytesPerSecond / 5, answer.readableLength));
    }, 200);
    answer.on('close', () => clearInterval(timer));
  });
  request.on('error', () => undefined);
};

/** curl, again and again for so many seconds; answers how many bytes came in that time. */
export const readFast = (url: string, seconds: number): Promise<number> => readByCurl(url, seconds, []);

/** The same, at so many bytes a second at most, by a process of its own: what it does delays nobody here. */
export const readByRate = (url: string, seconds: number, bytesPerSecond: number): Promise<number> =>
  readByCurl(url, seconds, ['--limit-rate', String(bytesPerSecond)]);

const readByCurl = async (url: string, seconds: number, more: readonly string[]): Promise<number> => {
  const endsAt = performance.now() + seconds * 1_000;
  let byteSize = 0;
  for (let left = seconds; left > 0.1; left = (endsAt - performance.now()) / 1_000) {
    const options = [
      ...more,
      '-s',
      '-m',
      left.toFixed(2),
      '--noproxy',
      '*',
      '-o',
      '/dev/null',
      '-w',
      '%{size_download}',
    ];
    const reader = spawn('curl', [...options, url]);
    let said = '';
    reader.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await once(reader, 'close');
    byteSize += Number(said);
  }
  return byteSize;
};
