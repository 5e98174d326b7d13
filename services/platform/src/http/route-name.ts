/** The route as it is declared, `/api/v1/shares/:id`, and never the address that was asked for: that holds ids and tickets. */
export const routeNameOf = ({ route }: { route?: unknown }): string | undefined => {
  const isRoute = typeof route === 'object' && route !== null && 'path' in route;
  return isRoute ? String(route.path) : undefined;
};
