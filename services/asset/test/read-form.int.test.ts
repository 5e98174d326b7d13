import { once } from 'node:events';
import { type ClientRequest, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { currentTraceparent, withTraceparent } from '@vitrine/platform/outbox/trace-context.ts';
import { readForm } from '../src/upload-asset/read-form.ts';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const FORM = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--x--\r\n';

/** The trace in which a file is received whose form is read already when its first byte is sent. */
const traceOfAFileThatComesLate = async (): Promise<string | undefined> => {
  const { promise: trace, resolve, reject } = Promise.withResolvers<string | undefined>();
  const { promise: isReading, resolve: startsReading } = Promise.withResolvers<undefined>();
  const server = createServer((request, response) => {
    const receive = (): Promise<string | undefined> => Promise.resolve(currentTraceparent());
    withTraceparent(TRACEPARENT, () => readForm(request, receive))
      .then(resolve, reject)
      .finally(() => response.end());
    startsReading(undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sending = sendHeaders((server.address() as AddressInfo).port);
  await isReading;
  sending.end(FORM);
  return trace.finally(() => server.close());
};

const sendHeaders = (port: number): ClientRequest => {
  const headers = {
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': String(FORM.length),
  };
  const sending = httpRequest({ port, method: 'POST', headers, agent: false });
  sending.flushHeaders();
  return sending;
};

test('when the bytes of a form come late, then its file is received as part of the trace of its request', async () => {
  expect(await traceOfAFileThatComesLate()).toBe(TRACEPARENT);
});
