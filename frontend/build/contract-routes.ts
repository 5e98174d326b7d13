import { minifyContractRouter } from '@orpc/contract';
import type { AnyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';

const MODULE_NAME = 'virtual:contract-routes';

/**
 * Gives the browser the paths and methods of the contract, and leaves the schemas (and zod) on the server,
 * which checks everything anyway. What only the document of the interface tells stays there too.
 */
export function contractRoutes(contract: AnyContractRouter): Plugin {
  return {
    name: 'vitrine-contract-routes',
    resolveId: (source) => (source === MODULE_NAME ? `\0${MODULE_NAME}` : null),
    load: (id) => (id === `\0${MODULE_NAME}` ? asModule(contract) : null),
  };
}

function asModule(contract: AnyContractRouter): string {
  return `export const contractRoutes = ${JSON.stringify(minifyContractRouter(contract), withoutWords)};`;
}

function withoutWords(key: string, value: unknown): unknown {
  if (key !== 'route' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'summary' && name !== 'tags'));
}
