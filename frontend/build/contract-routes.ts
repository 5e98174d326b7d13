import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import type { Plugin } from 'vite';

const MODULE_NAME = 'virtual:contract-routes';

/**
 * Gives the browser the methods and paths of the contract, and leaves the schemas (and zod) on the server, which checks
 * everything anyway.
 */
export function contractRoutes(contract: AnyContractRouter): Plugin {
  return {
    name: 'vitrine-contract-routes',
    resolveId: (source) => (source === MODULE_NAME ? `\0${MODULE_NAME}` : null),
    load: (id) => (id === `\0${MODULE_NAME}` ? asModule(contract) : null),
  };
}

function asModule(contract: AnyContractRouter): string {
  return `export const contractRoutes = ${JSON.stringify(routesIn(contract))};`;
}

type Routes = { [name: string]: Routes } | [method: string, path: string];

function routesIn(router: AnyContractRouter): Routes {
  if (isContractProcedure(router)) {
    const { method = 'POST', path = '' } = router['~orpc'].route;
    return [method, path];
  }
  return Object.fromEntries(Object.entries(router).map(([name, inner]) => [name, routesIn(inner)]));
}
