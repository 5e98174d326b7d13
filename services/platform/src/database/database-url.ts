/** The address of one database on the server that `serverUrl` names; user, password and options are kept. */
export const databaseUrl = (serverUrl: string, databaseName: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(databaseName)}`;
  return url.href;
};

/** The database that an address names; empty where it names none. */
export const databaseNameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

/** The address of the database of a service, which has its name wherever the service runs. */
export const databaseOfService = (serverUrl: string, service: string): string =>
  databaseUrl(serverUrl, `vitrine_${service.replaceAll('-', '_')}`);

/**
 * What the database of a service was called by versions before 23 November 2026, 14:00 UTC; null where it had the name
 * that it has.
 */
export const earlierNameOf = (databaseName: string): string | null => {
  const [, service] = /^vitrine_(.+_.+)$/.exec(databaseName) ?? [];
  return service === undefined ? null : `vitrine_${service.replaceAll('_', '-')}`;
};
