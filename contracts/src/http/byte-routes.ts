/** The prefix of every route of the public contract. */
export const API_PREFIX = '/api/v1';

/**
 * The public routes that carry bytes or events, which are streamed and stand outside the typed contract. Paths in Express's form.
 * Who asks for a picture through a share says which one with the query `shareId`; a guest's page says `as=guest`.
 */
export const BYTE_ROUTES = {
  upload: { method: 'post', path: '/api/v1/assets', service: 'asset' },
  /** Resumable uploads, by tus 1.0. */
  uploadOptions: { method: 'options', path: '/api/v1/uploads', service: 'asset' },
  uploadCreation: { method: 'post', path: '/api/v1/uploads', service: 'asset' },
  uploadOffset: { method: 'head', path: '/api/v1/uploads/:id', service: 'asset' },
  uploadBytes: { method: 'patch', path: '/api/v1/uploads/:id', service: 'asset' },
  uploadTermination: { method: 'delete', path: '/api/v1/uploads/:id', service: 'asset' },
  thumbnail: { method: 'get', path: '/api/v1/assets/:id/thumbnail', service: 'asset' },
  preview: { method: 'get', path: '/api/v1/assets/:id/preview', service: 'asset' },
  /** A page of a document, from 1; drawn when it is first asked for. */
  page: { method: 'get', path: '/api/v1/assets/:id/pages/:page', service: 'asset' },
  /** GET and HEAD. */
  download: { method: 'get', path: '/d/:ticket', service: 'download' },
  /** The audit as CSV, by the filter of `GET /admin/audit`. */
  auditCsv: { method: 'get', path: '/api/v1/admin/audit.csv', service: 'activity' },
  /** Leads to the provider of OpenID Connect; `next` is the path to come back to. */
  signInWithOidc: { method: 'get', path: '/api/v1/session/oidc', service: 'gateway' },
  /** Where the provider leads back to. */
  oidcCallback: { method: 'get', path: '/api/v1/session/oidc/callback', service: 'gateway' },
  /** Server-sent events; a guest's page says `as=guest`, and `shareId` of which share. */
  events: { method: 'get', path: '/api/v1/events', service: 'gateway' },
} as const;

/** The form fields of `POST /assets`; `file` comes last, so that the domain is known when its bytes begin. */
export const UPLOAD_FIELDS = { file: 'file', domainId: 'domainId', title: 'title' } as const;

/**
 * Names the one for whom a request is meant when a browser holds both a person's session and a guest's: the query
 * `as=guest` or this header with the value `guest`. Without it the person's session counts.
 */
export const ACT_AS_HEADER = 'vitrine-act-as';

/**
 * Names the share whose guest is meant, for a browser that has several open: this header with the id of the share, or
 * the query `shareId` beside `as=guest`. Without it the one that was opened last is meant.
 */
export const GUEST_SHARE_HEADER = 'vitrine-guest-share';
