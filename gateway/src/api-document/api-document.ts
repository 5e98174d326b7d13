import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { API_PREFIX, publicContract } from '@vitrine/contracts';
import { byteOperations } from './byte-operations.ts';
import { PROBLEM_SCHEMA, problemSchema, withProblems } from './problem-responses.ts';
import { notingSecretAnswers } from './secret-answers.ts';

type Paths = NonNullable<OpenAPI.Document['paths']>;
type PathItem = NonNullable<Paths[string]>;

const DESCRIPTION =
  'Browsers are known by a cookie that signing in or opening an invitation sets. Lists are read page by page: ' +
  '`nextCursor` of an answer is the `cursor` of the next request. Errors are problems (RFC 9457) with a stable `code`. ' +
  'What changes something can be repeated with an `Idempotency-Key`: it is done once, and answered alike for two days. ' +
  'Where an answer holds a secret, its route takes no key, and says so. ' +
  'A field of a body that is not described here is refused.';

/** The public interface as OpenAPI 3.1, out of the contract that validates each request. */
export const createApiDocument = async (): Promise<OpenAPI.Document> => {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(publicContract, {
    info: { title: 'Vitrine', version: '1', description: DESCRIPTION },
    servers: [{ url: '/' }],
    components: { schemas: { Problem: structuredClone(PROBLEM_SCHEMA) as unknown as OpenAPI.SchemaObject } },
    customErrorResponseBodySchema: (errors) => problemSchema(errors.map(([code]) => code)),
  });
  return { ...document, paths: withByteRoutes(fromOrigin(document.paths ?? {})) };
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const fromOrigin = (paths: Paths): Paths => {
  const noted = notingSecretAnswers();
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [API_PREFIX + path, item && described(item, noted)]),
  );
};

const described = (item: PathItem, noted: ReturnType<typeof notingSecretAnswers>): PathItem => ({
  ...item,
  ...Object.fromEntries(
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, noted(closed(withProblems(operation)))]] : [];
    }),
  ),
});

/** A body has no other fields than these: any other is refused (docs/decisions/085). */
const closed = (operation: OpenAPI.OperationObject): OpenAPI.OperationObject => {
  const { requestBody } = operation;
  const schema = requestBody && 'content' in requestBody && requestBody.content['application/json']?.schema;
  if (typeof schema === 'object' && 'properties' in schema) schema.additionalProperties = false;
  return operation;
};

const withByteRoutes = (paths: Paths): Paths => {
  const all = new Map(Object.entries(paths));
  const asset = paths[`${API_PREFIX}/assets/{id}`]?.get?.responses['200'];
  const content = asset && 'content' in asset ? asset.content : undefined;
  for (const { method, path, operation } of byteOperations(content ?? {}))
    all.set(path, { ...all.get(path), [method]: operation });
  return Object.fromEntries(all);
};
