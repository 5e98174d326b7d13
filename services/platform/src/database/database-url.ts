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
