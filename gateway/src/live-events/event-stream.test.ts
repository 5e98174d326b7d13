import { expect, test } from '@jest/globals';
import { listen } from '@vitrine/platform/http/listen.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import express from 'express';
import { openEventStream } from './event-stream.ts';

test('when there is nothing to tell, then a comment keeps the connection', async () => {
  const app = express();
  app.get('/', (_request, response) => void openEventStream(response, 5));
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const answer = await fetch(`http://127.0.0.1:${server.port}/`);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const heard: string[] = [];
  await eventually(async () => {
    heard.push((await reader.read()).value ?? '');
    expect(heard.join('')).toMatch(/^retry: 2000\n\n(: still here\n\n){3}/);
  });
  await reader.cancel();
  await server.close(0);
});
