import { trace } from '@opentelemetry/api';

/** Where the traces of a process go. */
export interface TracingOptions {
  /** `share`. */
  readonly service: string;
  /** The base address of an OTLP collector, `http://collector:4318`; unset: nothing is recorded. */
  readonly endpoint: string | undefined;
}

/** What ends the export. */
export interface Tracing {
  /** Sends what is left, for at most two seconds. */
  readonly stop: () => Promise<void>;
}

const FLUSH_MS = 2_000;
const NOTHING: Tracing = { stop: () => Promise.resolve() };

/**
 * Sends the spans of this process to a collector (OTLP over HTTP, JSON). Its libraries are loaded only where there is
 * one: they would cost every process memory. What a collector does not take is dropped and holds up nobody.
 */
export const exportSpans = async ({ service, endpoint }: TracingOptions): Promise<Tracing> => {
  if (endpoint === undefined) return NOTHING;
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'vitrine', 'service.name': service }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000, exportTimeoutMillis: FLUSH_MS }),
    ],
  });
  trace.setGlobalTracerProvider(provider);
  return {
    stop: async () => {
      trace.disable();
      await provider.shutdown();
    },
  };
};
