import { expect, test } from '@jest/globals';
import { type RequestOrigin, isCrossSite } from './cross-site.ts';

const aRequest = (overrides: Partial<RequestOrigin> = {}): RequestOrigin => ({
  method: 'POST',
  secFetchSite: undefined,
  origin: undefined,
  host: 'portal.example',
  publicUrl: new URL('https://portal.example'),
  ...overrides,
});

test('when a request only reads, or comes from no browser, then it may', () => {
  expect(isCrossSite(aRequest({ method: 'GET', secFetchSite: 'cross-site' }))).toBe(false);
  expect(isCrossSite(aRequest({ method: 'HEAD', origin: 'https://evil.test' }))).toBe(false);
  expect(isCrossSite(aRequest())).toBe(false);
});

test('when the browser says that the request comes from elsewhere, then it may not', () => {
  for (const secFetchSite of ['cross-site', 'same-site', '', 'nonsense'])
    expect(isCrossSite(aRequest({ secFetchSite, origin: 'https://portal.example' }))).toBe(true);
  for (const secFetchSite of ['same-origin', 'none'])
    expect(isCrossSite(aRequest({ secFetchSite }))).toBe(false);
});

test('when the origin is neither the public one nor the host that was asked, then it may not', () => {
  for (const origin of [
    'https://evil.test',
    'null',
    '',
    'portal.example',
    'https://portal.example.evil.test',
  ])
    expect(isCrossSite(aRequest({ origin }))).toBe(true);
  expect(isCrossSite(aRequest({ origin: 'https://portal.example', host: 'gateway:8080' }))).toBe(false);
  expect(isCrossSite(aRequest({ origin: 'http://10.0.0.5:8080', host: '10.0.0.5:8080' }))).toBe(false);
});

test('when the portal is on this machine, then all names of the machine are its own, on its port', () => {
  const local = (origin: string) =>
    isCrossSite(aRequest({ origin, host: 'gateway', publicUrl: new URL('http://localhost:8080') }));
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    expect(local(`http://${name}:8080`)).toBe(false);
    expect(local(`http://${name}:9090`)).toBe(true);
  }
});
