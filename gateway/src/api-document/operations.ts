import type { OpenAPI } from '@orpc/openapi';

export interface Operation {
  method: string;
  path: string;
  operation: OpenAPI.OperationObject;
}

const METHODS = ['options', 'get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of a document under the first tag of each, in the document's order. */
export const operationsByTag = ({
  paths = {},
}: OpenAPI.Document): [tag: string, operations: Operation[]][] => {
  const groups = new Map<string, Operation[]>();
  for (const [path, item = {}] of Object.entries(paths))
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? 'Others';
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  return [...groups];
};
