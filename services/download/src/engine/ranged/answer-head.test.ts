import { expect, test } from '@jest/globals';
import { bodyByteSizeOf, isKeptAfter, parseAnswerHead } from './answer-head.ts';

const headOf = (...lines: string[]) => parseAnswerHead(lines.join('\r\n'))!;

test('when a head is read, then its status and its headers are found, whatever their case', () => {
  const head = headOf('HTTP/1.1 206 Partial Content', 'ETag: "a:b"', 'CONTENT-LENGTH:12', 'X-Empty:');
  expect(head).toEqual({
    statusCode: 206,
    headers: { etag: '"a:b"', 'content-length': '12', 'x-empty': '' },
  });
  expect(bodyByteSizeOf(head)).toBe(12);
  expect(isKeptAfter(head)).toBe(true);
});

test.each(['', 'HTTP/2 200', 'SSH-2.0-OpenSSH', 'HTTP/1.1 20', 'HTTP/1.1 2000 OK'])(
  'when it begins with %p, then it is none',
  (line) => {
    expect(headOf(line, 'content-length: 1')).toBeNull();
  },
);

test.each([': no name', ' folded', '\tfolded: 1', 'no colon'])(
  'when a line is %p, then it is none',
  (line) => {
    expect(headOf('HTTP/1.1 200 OK', line)).toBeNull();
  },
);

test.each([
  ['HTTP/1.1 200 OK', []],
  ['HTTP/1.1 200 OK', ['content-length: -1']],
  ['HTTP/1.1 200 OK', ['content-length: 1', 'content-length: 2']],
  ['HTTP/1.1 200 OK', ['content-length: 1', 'transfer-encoding: chunked']],
  ['HTTP/1.1 100 Continue', ['content-length: 1']],
])('when it is %p with %p, then the end of the body is not known', (status, lines) => {
  expect(bodyByteSizeOf(headOf(status, ...lines))).toBeNull();
});

test('when the store says that it closes, or speaks an older HTTP, then the connection is not kept', () => {
  expect(isKeptAfter(headOf('HTTP/1.1 200 OK', 'Connection: Close'))).toBe(false);
  expect(isKeptAfter(headOf('HTTP/1.0 200 OK'))).toBe(false);
  expect(isKeptAfter(headOf('HTTP/1.0 200 OK', 'connection: keep-alive'))).toBe(true);
});
