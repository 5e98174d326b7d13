import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  isSpanContextValid,
  trace,
} from '@opentelemetry/api';
import { currentTraceparent, withTraceparent } from '../outbox/trace-context.ts';
import { parseTraceparent, traceparentOf } from './traceparent.ts';

/** A piece of work as it shall stand in a trace. Nothing secret: no tokens, no addresses of people. */
export interface SpanFacts {
  /** Few different ones: `share.when-asset-changed`, never with an id in it. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  readonly attributes?: Attributes;
  /** The `traceparent` of what caused it; unset: of what runs now. */
  readonly parent?: string | undefined;
}

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/**
 * Runs work as one span of a trace; what it calls and the events that it adds become children of it. Where no collector
 * is configured nothing is recorded, and the work stays part of the trace that caused it.
 */
export const inSpan = async <T>(facts: SpanFacts, work: () => Promise<T>): Promise<T> => {
  const span = beginSpan(facts);
  try {
    return await withTraceparent(span.traceparent, work);
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
};

/** Runs work that is a part of several traces: a span in each of them. What it calls becomes part of the first. */
export const inSpans = async <T>(all: readonly SpanFacts[], work: () => Promise<T>): Promise<T> => {
  const spans = all.map(beginSpan);
  try {
    return await withTraceparent(spans[0]?.traceparent, work);
  } catch (error) {
    for (const span of spans) span.fail(error);
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
};

/** A span that its maker ends. */
export interface BegunSpan {
  /** What its children name as their parent; unset where there is no trace. */
  readonly traceparent: string | undefined;
  /** The same, unset where the span is not recorded. */
  readonly recorded: string | undefined;
  readonly rename: (name: string) => void;
  readonly set: (attributes: Attributes) => void;
  readonly fail: (error: unknown) => void;
  readonly end: () => void;
}

/** Begins a span whose end is told by an event rather than by a promise. */
export const beginSpan = ({ name, kind, attributes = {}, parent }: SpanFacts): BegunSpan => {
  const cause = parent ?? currentTraceparent();
  const before = parseTraceparent(cause);
  const context = before === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, before);
  const span = trace.getTracer('vitrine').startSpan(name, { kind: KINDS[kind], attributes }, context);
  const own = contextOf(span);
  return {
    traceparent: own ?? cause,
    recorded: span.isRecording() ? own : undefined,
    rename: (next) => void span.updateName(next),
    set: (more) => void span.setAttributes(more),
    fail: (error) => {
      fail(span, error);
    },
    end: () => {
      span.end();
    },
  };
};

const contextOf = (span: Span): string | undefined => {
  const context = span.spanContext();
  return isSpanContextValid(context) ? traceparentOf(context) : undefined;
};

/** The kind of the error only: its message may quote what somebody sent. */
const fail = (span: Span, error: unknown): void => {
  const name = error instanceof Error ? error.name : 'Error';
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message: name });
};
