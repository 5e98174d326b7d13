import type { AnyContractRouter } from '@orpc/contract';
import type { ActorStatements } from '../actor/actor-statement.ts';
import { createBreaker } from '../circuit/breaker.ts';
import { type ServiceClient, remoteClient } from '../http/clients.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** To the head of an answer of another service. */
const TIMEOUT_MS = 5_000;

/** Makes clients of services in other processes, each with a breaker of its own that is logged and counted. */
export const clientsWith =
  (parts: { statements: ActorStatements; log: Log; metrics: Metrics }) =>
  <Contract extends AnyContractRouter>(
    name: string,
    contract: Contract,
    url: string,
  ): ServiceClient<Contract> => {
    const { statements, log, metrics } = parts;
    const breaker = createBreaker({ name, log, timeoutMs: TIMEOUT_MS, observe: metrics.noteCircuit });
    return remoteClient(contract, { name, url, statements, breaker });
  };
