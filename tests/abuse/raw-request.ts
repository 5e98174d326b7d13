import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends what `fetch` would refuse to: any Host, any header, any path as it is written. */
export const rawRequest = (
  url: string,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', path, body } = options;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const headers = { ...length, ...options.headers };
    const { hostname, port } = new URL(url);
    const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      text(response).then((read) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: read });
      }, reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });

export const asJson = (body: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Signs in and gives the cookie as a browser would send it. */
export const cookieOf = async (url: string, path: string, body: unknown): Promise<string> => {
  const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', ...asJson(body) });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`${path} answered ${response.status} without a cookie.`);
  return cookie;
};
