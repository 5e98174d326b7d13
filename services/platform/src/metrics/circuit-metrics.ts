import { Counter, Gauge, type Registry } from 'prom-client';
import type { BreakerEvent } from '../circuit/breaker.ts';

/** Counts what happens at the breakers of a process, and tells which are open. */
export const circuitMetrics = (registry: Registry): ((name: string, event: BreakerEvent) => void) => {
  const registers = [registry];
  const events = new Counter({
    name: 'circuit_events_total',
    help: 'What happened at the breaker before another service, a store or a mail server.',
    labelNames: ['circuit', 'event'],
    registers,
  });
  const open = new Gauge({
    name: 'circuit_open',
    help: '1 while a breaker lets nothing through, as the other does not answer.',
    labelNames: ['circuit'],
    registers,
  });
  return (circuit, event) => {
    events.inc({ circuit, event });
    if (event === 'opened') open.set({ circuit }, 1);
    if (event === 'closed') open.set({ circuit }, 0);
  };
};
