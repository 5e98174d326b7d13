const named = new WeakMap<object, string>();

/** Tells the route of a request that something else than Express led to its handler. */
export const nameRoute = (request: object, name: string): void => {
  named.set(request, name);
};

/** The route as it is declared, `/api/v1/shares/:id`, and never the address that was asked for: that holds ids and tickets. */
export const routeNameOf = (request: { route?: unknown }): string | undefined => {
  const { route } = request;
  const isRoute = typeof route === 'object' && route !== null && 'path' in route;
  return isRoute ? String(route.path) : named.get(request);
};
