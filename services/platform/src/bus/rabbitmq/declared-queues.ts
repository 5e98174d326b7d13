import type { SubscriptionContract } from '@vitrine/contracts';
import type { Channel } from 'amqplib';
import type { Consumer } from '../port.ts';
import type { Topology } from './topology.ts';

/** On a new installation the one who tells may start before the one who listens. */
export const declareAll = async (
  channel: Channel,
  topology: Topology,
  queues: readonly SubscriptionContract[],
): Promise<void> => {
  await topology.declareExchange(channel);
  for (const queue of queues) await topology.declare(channel, { ...queue, audience: 'one process' });
};

/** What no publisher declares would miss what was told before it first listened. */
export const assertIsDeclared = (
  { name, audience, types }: Consumer,
  queues: readonly SubscriptionContract[],
): void => {
  if (audience === 'every process' || queues.length === 0) return;
  const declared = queues.find((queue) => queue.name === name);
  if (String(declared?.types) !== String(types))
    throw new Error(`The subscription ${name} is not declared alike in the contracts.`);
};
