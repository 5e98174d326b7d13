import type { JSONSchema, OpenAPI } from '@orpc/openapi';
import { ERROR_CODES } from '@vitrine/contracts';
import type { ErrorCode } from '@vitrine/contracts';

/** The body of every error (RFC 9457). */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERROR_CODES), description: 'Stable: decide by this.' },
  },
} as const;

/** The schema of an error of one status: a problem with one of these codes. */
export const problemSchema = (codes: readonly string[]): JSONSchema => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: [...codes] } } }],
});

/** The answers of an operation that can end with these errors, as the generator would give them. */
export const problemResponses = (...codes: ErrorCode[]): OpenAPI.ResponsesObject => {
  const codesByStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const { status } = ERROR_CODES[code];
    codesByStatus.set(status, [...(codesByStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...codesByStatus].map(([status, ofStatus]) => [status, problemResponse(ofStatus)]),
  );
};

/**
 * The generator writes errors as plain JSON described by their number; they are problems, described in words. It gives
 * an answer without content the JSON of nothing.
 */
export const withProblems = (operation: OpenAPI.OperationObject): OpenAPI.OperationObject => ({
  ...operation,
  responses: Object.fromEntries(
    Object.entries(operation.responses ?? {}).map(([status, response]) => [
      status,
      answerOf(status, response),
    ]),
  ),
});

type Answer = NonNullable<OpenAPI.OperationObject['responses']>[string];

const answerOf = (status: string, response: Answer): Answer => {
  const description = WITHOUT_CONTENT.get(status);
  if (description !== undefined) return { description };
  return Number(status) < 400 ? response : problemResponse(codesIn(response));
};

const WITHOUT_CONTENT = new Map([
  ['202', 'It is taken.'],
  ['204', 'It is done.'],
]);

const problemResponse = (codes: readonly ErrorCode[]): OpenAPI.ResponseObject => ({
  description: codes.map((code) => `\`${code}\`: ${ERROR_CODES[code].title}.`).join(' '),
  content: { 'application/problem+json': { schema: problemSchema(codes) as OpenAPI.SchemaObject } },
});

/** The codes that {@link problemSchema} put into the generated answer. */
const codesIn = (response: unknown): ErrorCode[] =>
  Object.keys(ERROR_CODES).filter((code) => JSON.stringify(response).includes(`"${code}"`)) as ErrorCode[];
