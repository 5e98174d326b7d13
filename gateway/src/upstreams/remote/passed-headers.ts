import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** What holds for one connection and not for the next (RFC 9110, 7.6.1), beside what `Connection` names. */
const OF_ONE_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** What is for the gateway alone: its address, its cookies, and whether to send a body, which it has said by then. */
const FOR_US = ['host', 'cookie', 'expect'];

const droppedBy = (connection: string | undefined, ...more: string[]): ReadonlySet<string> =>
  new Set([
    ...OF_ONE_CONNECTION,
    ...(connection ?? '').split(',').map((name) => name.trim().toLowerCase()),
    ...more,
  ]);

/** Whether a request has a body, known by how it is framed (RFC 9112, 6). */
export const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The headers of a request as they go on to a service. */
export const passedOn = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => {
  const dropped = droppedBy(headers.connection, ...FOR_US);
  const passed = Object.entries(headers).filter(([name]) => !dropped.has(name));
  // A body of unknown length stays one, whatever the method is.
  const framing = headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' };
  return { ...Object.fromEntries(passed), ...framing };
};

/** The headers of an answer as they go on to the client: in their order, and each as often as it came. */
export const passedBack = (rawHeaders: readonly string[], connection: string | undefined) => {
  const dropped = droppedBy(connection);
  const passed = new Map<string, string[]>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!dropped.has(name.toLowerCase())) passed.set(name, [...(passed.get(name) ?? []), value]);
  }
  return passed;
};
