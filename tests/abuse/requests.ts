import { randomBytes } from 'node:crypto';
import { BYTE_ROUTES, TUS } from '@vitrine/contracts';
import type { ApiPerson } from '../support/api-person.ts';
import { type PolicyLine, titleOf } from './policy.ts';
import { type Things, beginningOf } from './things.ts';

type Body = (things: Things) => object;
type Line = Omit<PolicyLine, 'answers'>;

const someAddress = (): string => `${randomBytes(6).toString('hex')}@other.example`;
const someName = (): string => `Of the matrix ${randomBytes(6).toString('hex')}`;
const theAsset: Body = ({ assetId }) => ({ assetIds: [assetId] });

/** What is sent with the lines of the policy that take a body. */
const BODIES = new Map<string, Body>([
  ['POST /api/v1/session (wrong)', () => ({ email: someAddress(), password: 'wrong' })],
  [
    'PUT /api/v1/session/password (wrong)',
    () => ({ currentPassword: 'not this one', newPassword: 'another phrase' }),
  ],
  ['POST /api/v1/session/recovery', () => ({ email: someAddress() })],
  [
    'PUT /api/v1/session/recovery (wrong)',
    () => ({ token: randomBytes(32).toString('base64url'), newPassword: 'another phrase' }),
  ],
  ['PUT /api/v1/session/domain', ({ domainId }) => ({ domainId })],
  ['PUT /api/v1/session/language', () => ({ language: 'en' })],
  ['POST /api/v1/tokens', () => ({ name: someName(), scopes: ['read'], durationDays: 1 })],
  ['PATCH /api/v1/assets/:id', () => ({ tags: ['touched'] })],
  ['POST /api/v1/downloads', theAsset],
  ['POST /api/v1/downloads (of the share)', ({ assetId, shareId }) => ({ assetIds: [assetId], shareId })],
  ['POST /api/v1/shares/check', theAsset],
  ['POST /api/v1/shares', ({ assetId }) => ({ title: 'Of the matrix', assetIds: [assetId] })],
  ['PATCH /api/v1/shares/:id', () => ({ enabled: true })],
  ['POST /api/v1/shares/:id/assets', theAsset],
  ['POST /api/v1/shares/:id/assets/remove', theAsset],
  ['POST /api/v1/shares/:id/guests', () => ({ guests: [{ email: someAddress() }], durationDays: 1 })],
  ['POST /api/v1/shares/:id/guests/:guestId/renew', () => ({ durationDays: 1 })],
  ['POST /api/v1/guest/session', ({ token }) => ({ token })],
  ['PUT /api/v1/guest/session/language', () => ({ language: 'en' })],
  ['POST /api/v1/guest/session/code', ({ token }) => ({ token, code: '000000' })],
  ['POST /api/v1/guest/link-request', ({ token }) => ({ token })],
  ['POST /api/v1/bounces', () => ({ token: 'no token', message: '' })],
  ['POST /api/v1/admin/users', () => ({ email: someAddress(), name: someName() })],
  ['PATCH /api/v1/admin/users/:id', () => ({ name: someName() })],
  ['PUT /api/v1/admin/users/:id/password', () => ({})],
  ['POST /api/v1/admin/domains', () => ({ name: someName() })],
  ['PATCH /api/v1/admin/domains/:id', () => ({ name: 'Brand' })],
  ['PATCH /api/v1/admin/domains/:id/policy', () => ({ codeRequired: false })],
  ['PATCH /api/v1/admin/features', () => ({ shares: true })],
  ['PATCH /api/v1/admin/policy', () => ({ remindGuests: true })],
]);

/** What stands behind the path of a line that says so. */
const QUERIES: Record<string, (things: Things) => string> = {
  'of the domain': ({ domainId }) => `?domainId=${domainId}`,
  'of the share': ({ shareId }) => `?shareId=${shareId}`,
  received: () => '?scope=received',
};

/** The address of a line with its placeholders filled in. */
export const addressOf = (line: Line, things: Things): string => {
  const { assetId, shareId, downloadId, uploadId, guestId, ticket, guestTicket, token } = things;
  const { domainId, userId, sessionId, guestSessionId, tokenId } = things;
  const query = line.method === 'GET' ? (QUERIES[line.variant]?.(things) ?? '') : '';
  const path = line.path
    .replace('assets/:id', `assets/${assetId}`)
    .replace(':page', '1')
    .replace('shares/:id', `shares/${shareId}`)
    .replace('domains/:id', `domains/${domainId}`)
    .replace('users/:id', `users/${userId}`)
    .replace(':userId', userId)
    .replace('downloads/:id', `downloads/${downloadId}`)
    .replace(':sessionId', guestSessionId)
    .replace('sessions/:id', `sessions/${sessionId}`)
    .replace('tokens/:id', `tokens/${tokenId}`)
    .replace('uploads/:id', `uploads/${uploadId}`)
    .replace(':guestId', guestId)
    .replace(':ticket', line.variant === 'of the guest' ? guestTicket : ticket)
    .replace(':token', token);
  return path + query;
};

const uploadOf = ({ domainId }: Things): FormData => {
  const form = new FormData();
  form.set('domainId', domainId);
  form.set('file', new Blob([randomBytes(8)]), 'of-the-matrix.bin');
  return form;
};

/** What is sent with a line of tus. */
const resumable = (method: string, { domainId }: Things): RequestInit =>
  method === 'PATCH'
    ? {
        body: 'half',
        headers: { 'tus-resumable': TUS.version, 'content-type': TUS.contentType, 'upload-offset': '0' },
      }
    : { headers: method === 'POST' ? beginningOf(domainId) : { 'tus-resumable': TUS.version } };

/** Asks as a line of the policy says. */
export const ask = (person: ApiPerson, line: Line, things: Things): Promise<Response> => {
  const { method, path } = line;
  const address = addressOf(line, things);
  if (method === 'POST' && path === BYTE_ROUTES.upload.path)
    return person.fetch(address, { method, body: uploadOf(things) });
  if (path.startsWith(BYTE_ROUTES.uploadCreation.path) && method !== 'GET')
    return person.fetch(address, { method, ...resumable(method, things) });
  const body = BODIES.get(titleOf(line));
  const headers = { accept: 'text/html, application/json', 'content-type': 'application/json' };
  return person.fetch(address, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body(things)) }),
  });
};
