export const API_PATH = '/api/v1';

/** A route as the page knows it: its method, and its path below the interface, with `{name}` where a value goes. */
export type PageRoute = readonly [method: string, path: string];

/** What is sent to a route. */
export type ApiRequest = { method: string; path: string; body: string | undefined };

type Input = Readonly<Record<string, unknown>>;

/**
 * Puts what a route is called with where it belongs: into the path what it names, and the rest into the query of a GET
 * or the JSON body of anything else. What is undefined goes nowhere.
 */
export function requestOf([method, pattern]: PageRoute, input: Input = {}): ApiRequest {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  if (rest.size === 0) return { method, path, body: undefined };
  if (method !== 'GET') return { method, path, body: JSON.stringify(Object.fromEntries(rest)) };
  const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]));
  return { method, path: `${path}?${query.toString()}`, body: undefined };
}
