import type { CloudEvent } from '@vitrine/contracts';
import type { ConsumeMessage, Options } from 'amqplib';

/** How often a message was tried, in a header of ours: the broker's own counts know nothing of our attempts. */
const ATTEMPTS = 'x-vitrine-attempts';

/** An event as a message: CloudEvents in structured JSON, kept by the broker over its restart. */
export const messageOf = (event: CloudEvent): { content: Buffer; properties: Options.Publish } => ({
  content: Buffer.from(JSON.stringify(event)),
  properties: {
    persistent: true,
    contentType: 'application/cloudevents+json',
    messageId: event.id,
    type: event.type,
    ...(event.traceparent === undefined ? {} : { headers: { traceparent: event.traceparent } }),
  },
});

/** The same message once more, to come after that time. */
export const laterMessage = (
  { content, properties }: ConsumeMessage,
  { attempts, delayMs }: { readonly attempts: number; readonly delayMs: number },
): { content: Buffer; properties: Options.Publish } => ({
  content,
  properties: {
    persistent: true,
    contentType: textOf(properties.contentType),
    messageId: textOf(properties.messageId),
    type: textOf(properties.type),
    expiration: String(Math.ceil(delayMs)),
    headers: { ...headersToKeep(properties.headers), [ATTEMPTS]: attempts },
  },
});

/** How often it was tried before. */
export const attemptsOf = ({ properties }: ConsumeMessage): number => {
  const attempts: unknown = properties.headers?.[ATTEMPTS];
  return typeof attempts === 'number' && attempts > 0 ? attempts : 0;
};

/** What it says, as JSON; where it is none, as text: nothing is lost where it is buried. */
export const bodyOf = ({ content }: ConsumeMessage): unknown => {
  const text = content.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The aggregate that it is about, as far as that can be told. */
export const subjectOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'subject' in body ? String(body.subject) : '';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const headersToKeep = (headers: unknown): Record<string, unknown> => {
  const traceparent =
    typeof headers === 'object' && headers && 'traceparent' in headers && headers.traceparent;
  return typeof traceparent === 'string' ? { traceparent } : {};
};
