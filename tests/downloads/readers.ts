import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { connect } from 'node:net';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** What a program that downloads believes it has. */
export interface Got {
  readonly status: number;
  /** Whether the program takes it for the whole answer. */
  readonly isTakenForWhole: boolean;
  readonly body: Buffer;
}

export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where a program may put what it gets. */
  readonly file: string;
}

export type Reader = (asked: Asked) => Promise<Got>;

const byCurl =
  (version: '1.0' | '1.1'): Reader =>
  async ({ url, headers, file }) => {
    const said = Object.entries(headers).flatMap((pair) => ['-H', pair.join(': ')]);
    const options = ['-s', '--noproxy', '*', `--http${version}`, '-o', file, '-w', '%{http_code}', ...said];
    const { status, exitCode } = await curl([...options, url]);
    return { status, isTakenForWhole: exitCode === 0, body: await readFile(file).catch(() => NONE) };
  };

/** Where not a byte came, curl makes no file. */
const NONE = Buffer.alloc(0);

/** Resolves however curl ends. */
export const curl = (options: readonly string[]): Promise<{ status: number; exitCode: number }> =>
  new Promise((resolve) => {
    execFile('curl', options, (error, said) => {
      resolve({ status: Number(said), exitCode: error === null ? 0 : Number(error.code ?? 1) });
    });
  });

const byNode: Reader = ({ url, headers }) =>
  new Promise((resolve) => {
    request(url, { agent: false, headers }, (answer) => {
      void readToItsEnd(answer).then((read) => resolve({ status: answer.statusCode ?? 0, ...read }));
    })
      .on('error', () => resolve({ status: 0, isTakenForWhole: false, body: NONE }))
      .end();
  });

/** As the oldest programs do: what ends without an error is whole. */
const byBareSocket: Reader = async ({ url, headers }) => {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries(headers).map((pair) => `${pair.join(': ')}\r\n`);
  socket.write(`GET ${pathname} HTTP/1.0\r\n${lines.join('')}\r\n`);
  const { isTakenForWhole, body } = await readToItsEnd(socket);
  const end = body.indexOf('\r\n\r\n');
  const status = Number(body.subarray(0, end).toString().split(' ')[1]);
  return { status, isTakenForWhole, body: body.subarray(end + 4) };
};

const readToItsEnd = async (stream: NodeJS.ReadableStream) => {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const isTakenForWhole = await new Promise<boolean>((resolve) => {
    stream.on('end', () => resolve(true));
    stream.on('error', () => resolve(false));
  });
  return { isTakenForWhole, body: Buffer.concat(chunks) };
};

export const READERS: Readonly<Record<string, Reader>> = {
  'curl over HTTP/1.1': byCurl('1.1'),
  'curl over HTTP/1.0': byCurl('1.0'),
  'Node over HTTP/1.1': byNode,
  'a bare socket over HTTP/1.0': byBareSocket,
};

/** All of an answer. */
export const readWhole = async (url: string): Promise<Buffer> => {
  const response = await fetch(url);
  return buffer(response.body ?? new ReadableStream());
};
