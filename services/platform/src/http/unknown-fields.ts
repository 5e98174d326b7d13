import type { AnyProcedure } from '@orpc/server';
import { AppError } from '../errors/app-error.ts';

/**
 * Refuses what a request that changes something says and its route does not know: a field that is misspelt (`guest`,
 * `enabeld`) would else be passed over, and the answer say that it was done.
 */
export const refuseUnknownFields = async ({
  procedure,
  input,
  next,
}: {
  readonly procedure: AnyProcedure;
  readonly input: unknown;
  readonly next: () => Promise<unknown>;
}): Promise<unknown> => {
  const unknown = unknownFields(procedure, input);
  if (unknown.length === 0) return next();
  const issues = unknown.map((path) => ({ path, message: 'There is no such field' }));
  throw new AppError('invalid-request', { issues });
};

const unknownFields = (procedure: AnyProcedure, input: unknown): string[] => {
  const { route } = procedure['~orpc'];
  const inputSchema: unknown = procedure['~orpc'].inputSchema;
  if (route.method === 'GET' || !isObject(input) || !hasShape(inputSchema)) return [];
  return Object.keys(input).filter((field) => !Object.hasOwn(inputSchema.shape, field));
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A zod object: what it is made of can be asked. */
const hasShape = (schema: unknown): schema is { readonly shape: object } =>
  isObject(schema) && 'shape' in schema && isObject(schema.shape);
