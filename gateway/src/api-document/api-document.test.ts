import { expect, test } from '@jest/globals';
import { createApiDocument } from './api-document.ts';
import { docsPage } from './docs-page.ts';
import { operationsByTag } from './operations.ts';

test('when an answer holds a secret, then its operation says that it takes no key', async () => {
  const operations = operationsByTag(await createApiDocument()).flatMap(([, ofTag]) => ofTag);
  const saying = operations.filter(({ operation }) => operation.description?.includes('a secret'));
  expect(saying.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'post /api/v1/admin/users',
    'post /api/v1/downloads',
    'post /api/v1/shares/{id}/guests/{guestId}/link',
    'post /api/v1/tokens',
    'put /api/v1/admin/users/{id}/password',
  ]);
});

test('when an operation has more to say than its summary, then the page says it too', async () => {
  const page = docsPage(await createApiDocument());
  expect(page).toContain('<p>It is told this once: only its hash is kept.');
  expect(page).toContain(
    '<p>The answer holds a secret, which is kept nowhere: an <code>Idempotency-Key</code>',
  );
});

const described = async (operationId: string) => {
  const operations = operationsByTag(await createApiDocument()).flatMap(([, ofTag]) => ofTag);
  const found = operations.find(({ operation }) => operation.operationId === operationId);
  const { parameters = [], responses = {} } = found?.operation ?? {};
  return { parameters, responses };
};

test('when a file is uploaded, then what is answered is described as the asset that it is', async () => {
  const asset = {
    content: { 'application/json': { schema: { required: expect.arrayContaining(['sha256']) } } },
  };
  expect((await described('assets.get')).responses['200']).toMatchObject(asset);
  expect((await described('bytes.upload')).responses['201']).toMatchObject(asset);
});

test('when bytes are asked for, then all that can be said and answered is described', async () => {
  const { parameters, responses } = await described('bytes.download');
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['206', '304', '403', '416']));
  expect(parameters).toMatchObject(
    ['ticket', 'Range', 'If-Range', 'If-Match', 'If-None-Match'].map((name) => ({ name })),
  );
});

test('when only the headers of bytes are asked for, then HEAD is described as GET is, without a body', async () => {
  const [get, head] = [await described('bytes.download'), await described('bytes.downloadHead')];
  expect(head.parameters).toEqual(get.parameters);
  expect(Object.keys(head.responses)).toEqual(Object.keys(get.responses));
  expect(JSON.stringify(head.responses)).not.toContain('"content"');
  expect((await createApiDocument()).paths?.['/d/{ticket}']?.head).toBeDefined();
});
