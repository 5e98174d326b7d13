import type { OpenAPI } from '@orpc/openapi';
import { traverseContractProcedures } from '@orpc/server';
import { type RouteMeta, publicContract } from '@vitrine/contracts';

const NOTE =
  'The answer holds a secret, which is kept nowhere: an `Idempotency-Key` is passed over, and each request is done anew.';

const secretAnswers = (): ReadonlySet<string> => {
  const names = new Set<string>();
  traverseContractProcedures({ router: publicContract, path: [] }, ({ contract, path }) => {
    const { hasSecretAnswer } = contract['~orpc'].meta as RouteMeta;
    if (hasSecretAnswer === true) names.add(path.join('.'));
  });
  return names;
};

/** Says of an operation whose answer cannot be repeated that it takes no key. */
export const notingSecretAnswers = () => {
  const names = secretAnswers();
  return (operation: OpenAPI.OperationObject): OpenAPI.OperationObject => {
    const { operationId = '', description } = operation;
    if (!names.has(operationId)) return operation;
    return { ...operation, description: description === undefined ? NOTE : `${description} ${NOTE}` };
  };
};
