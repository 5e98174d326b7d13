import type { OpenAPI } from '@orpc/openapi';
import { AUDIT_OUTCOMES, BYTE_ROUTES, LIVE_HINT_TYPES, UPLOAD_FIELDS } from '@vitrine/contracts';
import { parameter } from './parameter.ts';
import { problemResponses } from './problem-responses.ts';
import { TUS_OPERATIONS } from './tus-operations.ts';

type Content = NonNullable<OpenAPI.ResponseObject['content']>;

const bytes = (description: string, mediaType: string): OpenAPI.ResponseObject => ({
  description,
  content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
});

const picture = (what: string, more: OpenAPI.ParameterObject[] = []): OpenAPI.OperationObject => ({
  summary: `The ${what} of an asset`,
  tags: ['Assets'],
  parameters: [
    parameter('id', 'path'),
    ...more,
    parameter('shareId', 'query', 'The share through which it is looked at.'),
    parameter('as', 'query', '`guest` where the browser holds a session of a person as well.'),
  ],
  responses: {
    200: bytes('The picture', 'image/webp'),
    304: { description: 'The picture that the browser has is still the one' },
    ...problemResponses('invalid-request', 'not-signed-in', 'link-not-valid', 'not-found'),
    ...problemResponses('temporarily-unavailable'),
  },
});

const upload = (asset: Content): OpenAPI.OperationObject => ({
  summary: 'Upload a file',
  tags: ['Assets'],
  parameters: [parameter('Idempotency-Key', 'header', 'Repeated with it, the same file is the same asset.')],
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: [UPLOAD_FIELDS.file],
          additionalProperties: false,
          properties: {
            [UPLOAD_FIELDS.domainId]: {
              type: 'string',
              format: 'uuid',
              description: 'Unset: the current domain.',
            },
            [UPLOAD_FIELDS.title]: { type: 'string' },
            [UPLOAD_FIELDS.file]: { type: 'string', format: 'binary' },
          },
        },
      },
    },
  },
  responses: {
    201: { description: 'The new asset, as GET /assets/{id} answers it', content: asset },
    ...problemResponses(
      'invalid-request',
      'empty-file',
      'invalid-file-name',
      'invalid-title',
      'upload-incomplete',
    ),
    ...problemResponses('not-signed-in', 'not-found', 'too-large', 'conflict', 'unsupported-media-type'),
    ...problemResponses('temporarily-unavailable'),
  },
});

const download: OpenAPI.OperationObject = {
  summary: 'The bytes of a prepared download',
  tags: ['Downloads'],
  parameters: [
    parameter('ticket', 'path'),
    parameter('Range', 'header', 'One range is served; several get the whole.'),
    parameter('If-Range', 'header'),
    parameter('If-Match', 'header', 'Nothing is sent of another version.'),
    parameter('If-None-Match', 'header', 'Nothing is sent of this version.'),
  ],
  responses: {
    200: bytes('The file or the zip, with its exact Content-Length and a strong ETag', '*/*'),
    206: bytes('The range', '*/*'),
    304: { description: 'What the client has is still the file or the zip' },
    ...problemResponses('not-found', 'not-downloadable', 'precondition-failed', 'range-not-satisfiable'),
    ...problemResponses('invalid-request', 'link-not-valid', 'download-limit-reached', 'too-many-requests'),
    ...problemResponses('temporarily-unavailable'),
  },
};

/** As an operation answers HEAD: with the status and the headers of GET, and no body. */
const headOf = ({ responses, ...operation }: OpenAPI.OperationObject, summary: string) => ({
  ...operation,
  summary,
  responses: Object.fromEntries(
    Object.entries(responses ?? {}).map(([status, response]) => [status, withoutBody(response)]),
  ),
});

const withoutBody = (response: OpenAPI.ResponseObject | OpenAPI.ReferenceObject) =>
  'description' in response ? { description: response.description ?? '' } : response;

const auditCsv: OpenAPI.OperationObject = {
  summary: 'The audit as CSV, newest first',
  tags: ['Administration'],
  parameters: [
    parameter('q', 'query', 'In names, addresses, titles and acts.'),
    parameter('from', 'query', 'Not before that instant.'),
    parameter('to', 'query', 'Before that instant.'),
    parameter('outcome', 'query', `One of ${AUDIT_OUTCOMES.join(', ')}.`),
  ],
  responses: {
    200: bytes('Lines of cells that no spreadsheet takes for a formula', 'text/csv'),
    ...problemResponses('invalid-request', 'not-signed-in', 'not-allowed', 'temporarily-unavailable'),
  },
};

const oidcResponses = {
  303: { description: 'To the provider or back from it; else to the sign-in page, which says why not' },
  ...problemResponses('not-found', 'too-many-requests', 'temporarily-unavailable'),
};

const signInWithOidc: OpenAPI.OperationObject = {
  summary: 'Sign in with the provider of OpenID Connect: leads the browser there',
  description: 'Not found where no provider is configured.',
  tags: ['Session'],
  parameters: [parameter('next', 'query', 'The path of the portal to come back to.')],
  responses: oidcResponses,
};

const oidcCallback: OpenAPI.OperationObject = {
  summary: 'Where the provider leads back to: begins the session',
  tags: ['Session'],
  responses: oidcResponses,
};

const events: OpenAPI.OperationObject = {
  summary: 'Server-sent events: hints that something the reader may see has changed',
  description:
    'First comes `hello`, and again whenever something may have been missed: read anew what is shown. Then `hint`, ' +
    'whose data is JSON of the form `{type, shareId?, domainId?, assetIds?}` with a type of ' +
    `${LIVE_HINT_TYPES.map((type) => `\`${type}\``).join(', ')}; it names what to read anew and holds nothing of it. ` +
    'Last `ended`, where the right to listen is gone.',
  tags: ['Session'],
  parameters: [
    parameter('as', 'query', '`guest` where the browser holds a session of a person as well.'),
    parameter('shareId', 'query', 'With `as=guest`, the share that is meant where several are open.'),
  ],
  responses: {
    200: {
      description: 'Events for as long as there is a right to them; a comment each 15 s keeps the connection',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    ...problemResponses('not-signed-in', 'link-not-valid', 'too-many-requests', 'temporarily-unavailable'),
  },
};

const size = parameter(
  'size',
  'query',
  '`large` for twice as many pixels; the usual one where there is no larger.',
);

const OPERATIONS: Record<Exclude<keyof typeof BYTE_ROUTES, 'upload'>, OpenAPI.OperationObject> = {
  ...TUS_OPERATIONS,
  thumbnail: picture('thumbnail', [size]),
  preview: picture('preview', [size]),
  page: picture('page', [parameter('page', 'path'), size]),
  download,
  auditCsv,
  signInWithOidc,
  oidcCallback,
  events,
};

/**
 * The routes that carry bytes, by their path from the origin: they stand outside the typed contract.
 * @param asset what the typed contract answers of one asset
 */
export const byteOperations = (asset: Content) => {
  const operations = { ...OPERATIONS, upload: upload(asset) };
  const described = Object.entries(BYTE_ROUTES).map(([name, { method, path }]) => ({
    method,
    path: inOpenApi(path),
    operation: { operationId: `bytes.${name}`, ...operations[name as keyof typeof BYTE_ROUTES] },
  }));
  return [...described, downloadHead];
};

const inOpenApi = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const downloadHead = {
  method: 'head',
  path: inOpenApi(BYTE_ROUTES.download.path),
  operation: {
    operationId: 'bytes.downloadHead',
    ...headOf(download, 'What GET would answer, without the bytes'),
  },
};
