import { Counter, Gauge, type Registry } from 'prom-client';

/** A number as Prometheus knows it: base units in the name, few different values of each label. */
export interface MetricDefinition {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
}

/** Adds to a count. */
export type Count = (labels?: Readonly<Record<string, string>>, by?: number) => void;

/** Numbers that a service has of its own. */
export interface OwnMetrics {
  readonly counter: (definition: MetricDefinition) => Count;
  /** What is so at the time of reading. */
  readonly gauge: (definition: MetricDefinition & { readonly read: () => number }) => void;
}

export const ownMetrics = (registry: Registry): OwnMetrics => ({
  counter: ({ name, help, labelNames = [] }) => {
    const counter = new Counter({ name, help, labelNames: [...labelNames], registers: [registry] });
    return (labels = {}, by = 1) => {
      counter.inc(labels, by);
    };
  },
  gauge: ({ name, help, read }) => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  },
});
