import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { BusObserver } from '../bus/observer.ts';

/** From a broker beside us to one that is about to be given up, in seconds. */
const CONFIRM_BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10];

/** Counts what the bus does: what it hands over, what comes back, what is tried again and what is given up. */
export const busMetrics = (registry: Registry): BusObserver => {
  const registers = [registry];
  const confirm = new Histogram({
    name: 'bus_confirm_seconds',
    help: 'Time from handing an event to the broker until it has it.',
    buckets: CONFIRM_BUCKETS,
    registers,
  });
  const unconfirmed = new Counter({
    name: 'bus_unconfirmed_total',
    help: 'Events that the broker did not take, or did not say so in time; they stay in the outbox.',
    registers,
  });
  const returned = new Counter({
    name: 'bus_returned_total',
    help: 'Events of a type that nobody listens to.',
    labelNames: ['type'],
    registers,
  });
  const blocked = new Gauge({
    name: 'bus_blocked',
    help: '1 while the broker takes no events, as it lacks memory or disk.',
    registers,
  });
  const labelNames = ['subscription'];
  const retried = new Counter({
    name: 'bus_retried_total',
    help: 'Messages that failed and come again.',
    labelNames,
    registers,
  });
  const dead = new Counter({
    name: 'bus_dead_total',
    help: 'Messages that failed for good.',
    labelNames,
    registers,
  });
  return {
    confirmed: (seconds) => confirm.observe(seconds),
    unconfirmed: () => unconfirmed.inc(),
    returned: (type) => returned.inc({ type }),
    blocked: (isBlocked) => blocked.set(isBlocked ? 1 : 0),
    retried: (subscription) => retried.inc({ subscription }),
    dead: (subscription) => dead.inc({ subscription }),
  };
};
