import fc from 'fast-check';
import { type KnownIds, type Schema, brokenValueOf, valueOf } from './generated-value.ts';
import { NASTY_TEXTS } from './nasty.ts';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
}

/** A request as it goes out. */
export interface GeneratedRequest {
  method: string;
  /** As in the document. */
  route: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const encode = (value: unknown): string =>
  encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed());

const parameterValue = ({ schema }: Parameter, ids: KnownIds): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: valueOf(schema, ids).map(encode) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY_TEXTS).map(encode) },
    fc.constantFrom('%00', '%ff', '%', '%c0%af', '..%2f..%2f', 'a%0d%0aX-Evil:1', 'x'.repeat(3_000)),
  );

const pathOf = (route: string, parameters: Parameter[], ids: KnownIds): fc.Arbitrary<string> => {
  const known = fc.constantFrom(...ids);
  const inPath = parameters.filter((each) => each.in === 'path');
  const values = inPath.map((each) =>
    fc.oneof({ weight: 3, arbitrary: known }, parameterValue(each, ids)).map((value) => value || 'x'),
  );
  return fc
    .tuple(...values)
    .map((given) =>
      inPath.reduce((path, { name }, index) => path.replace(`{${name}}`, () => given[index] ?? ''), route),
    );
};

const queryOf = (parameters: Parameter[], ids: KnownIds): fc.Arbitrary<string> => {
  const inQuery = parameters.filter((each) => each.in === 'query');
  const pairs = inQuery.map((each) =>
    fc.option(
      parameterValue(each, ids).map((value) => `${each.name}=${value}`),
      { nil: undefined },
    ),
  );
  const odd = fc.constantFrom(
    undefined,
    undefined,
    undefined,
    'a=1&a=2',
    'limit=1&limit=2',
    '__proto__[x]=1',
    '=',
    '&&&',
  );
  return fc.tuple(odd, ...pairs).map((given) => {
    const present = given.filter((each) => each !== undefined);
    return present.length === 0 ? '' : `?${present.join('&')}`;
  });
};

const RAW_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"a":1,"a":2}',
  '{"__proto__":{"isAdministrator":true}}',
  '{"title":"\\u0000"}',
  '{"title":"\\ud800"}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `{"title":${'9'.repeat(400)}}`,
  '\ufeff{}',
];

const bodyOf = ({ requestBody }: Operation, ids: KnownIds): fc.Arbitrary<string | undefined> => {
  const schema = requestBody?.content['application/json']?.schema;
  if (!requestBody) return fc.constantFrom(undefined, undefined, undefined, '{}');
  if (!schema) return fc.constantFrom('{}', '--x\r\n', '');
  return fc.oneof(
    { weight: 5, arbitrary: valueOf(schema, ids).map((value) => JSON.stringify(value)) },
    { weight: 5, arbitrary: brokenValueOf(schema, ids).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...RAW_BODIES) },
  );
};

const HEADERS: readonly Record<string, string>[] = [
  { 'idempotency-key': 'the-same-key' },
  { 'idempotency-key': 'x'.repeat(4_000) },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-encoding': 'gzip' },
  { range: 'bytes=-1,0-,5-2' },
  { 'if-none-match': '*' },
  { 'if-range': '"x"', range: 'bytes=0-0' },
  { accept: 'application/xml' },
  { traceparent: '00-zz-zz-zz' },
  { 'vitrine-act-as': 'guest' },
  { cookie: 'vitrine_session=%00; vitrine_guest=\u00ff' },
];

const headersOf = (hasBody: boolean): fc.Arbitrary<Record<string, string>> =>
  fc
    .oneof({ weight: 4, arbitrary: fc.constant({}) }, fc.constantFrom(...HEADERS))
    .map((odd): Record<string, string> => ({
      ...(hasBody && { 'content-type': 'application/json' }),
      ...odd,
    }));

const requestOf = (
  route: string,
  method: string,
  operation: Operation,
  ids: KnownIds,
): fc.Arbitrary<GeneratedRequest> =>
  fc
    .tuple(
      pathOf(route, operation.parameters ?? [], ids),
      queryOf(operation.parameters ?? [], ids),
      bodyOf(operation, ids),
    )
    .chain(([path, query, body]) =>
      headersOf(body !== undefined).map((headers) => ({
        method: method.toUpperCase(),
        route,
        path: path + query,
        headers,
        ...(body !== undefined && { body }),
      })),
    );

/** Requests to each operation of the document, as it says, nearly so, and not at all. */
export const requestsTo = ({ paths }: ApiDocument, ids: KnownIds): fc.Arbitrary<GeneratedRequest> =>
  fc.oneof(
    ...Object.entries(paths).flatMap(([route, operations]) =>
      Object.entries(operations).map(([method, operation]) => requestOf(route, method, operation, ids)),
    ),
  );
