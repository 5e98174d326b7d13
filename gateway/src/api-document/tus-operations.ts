import type { OpenAPI } from '@orpc/openapi';
import { TUS, UPLOAD_METADATA } from '@vitrine/contracts';
import { parameter } from './parameter.ts';
import { problemResponses } from './problem-responses.ts';

const version = parameter('Tus-Resumable', 'header', `\`${TUS.version}\`; another is a 412.`);
const id = parameter('id', 'path');
const refused = problemResponses(
  'not-signed-in',
  'not-found',
  'precondition-failed',
  'temporarily-unavailable',
);
const names = Object.values(UPLOAD_METADATA)
  .map((name) => `\`${name}\``)
  .join(', ');

/** tus 1.0.0: a file that comes piece by piece, over as many connections as it takes. */
export const TUS_OPERATIONS = {
  uploadOptions: {
    summary: 'What of tus 1.0 is spoken here, and the largest size',
    tags: ['Uploads'],
    responses: { 204: { description: 'Tus-Version, Tus-Extension and Tus-Max-Size' } },
  },
  uploadCreation: {
    summary: 'Begin an upload that can be gone on with for a day after its last byte',
    tags: ['Uploads'],
    parameters: [
      version,
      parameter('Upload-Length', 'header', 'The size of the file in bytes.'),
      parameter('Upload-Metadata', 'header', `${names}, each with its text as UTF-8 in Base64.`),
      parameter('Idempotency-Key', 'header', 'Repeated with it, it is the same upload.'),
    ],
    responses: {
      201: { description: 'Location is the address of the upload' },
      ...refused,
      ...problemResponses('invalid-request', 'empty-file', 'invalid-file-name', 'invalid-title', 'too-large'),
      ...problemResponses('conflict', 'too-many-requests'),
    },
  },
  uploadOffset: {
    summary: 'How many bytes are kept',
    tags: ['Uploads'],
    parameters: [version, id],
    responses: { 200: { description: 'Upload-Offset, Upload-Length and Upload-Expires' }, ...refused },
  },
  uploadBytes: {
    summary: 'Send bytes from where it stands; with the last of them it becomes an asset',
    tags: ['Uploads'],
    parameters: [version, id, parameter('Upload-Offset', 'header', 'Where they begin.')],
    requestBody: {
      required: true,
      content: { [TUS.contentType]: { schema: { type: 'string', format: 'binary' } } },
    },
    responses: {
      204: { description: 'Upload-Offset is where the next begin' },
      ...refused,
      ...problemResponses('invalid-request', 'upload-incomplete', 'conflict', 'too-large'),
      ...problemResponses('unsupported-media-type'),
    },
  },
  uploadTermination: {
    summary: 'Give an upload up',
    tags: ['Uploads'],
    parameters: [version, id],
    responses: { 204: { description: 'It is forgotten' }, ...refused, ...problemResponses('conflict') },
  },
} satisfies Record<string, OpenAPI.OperationObject>;
