import { databaseUrl } from '@vitrine/platform/database/database-url.ts';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';

/** Reads rows of one service's database. */
export type ReadRows = <Row extends object>(service: Service, statement: string) => Promise<Row[]>;

const SERVICES = ['identity', 'asset', 'share', 'guest_invitation', 'download', 'activity'] as const;
type Service = (typeof SERVICES)[number];

/** The databases of a system, on the server that the address names. */
export const readRowsOf =
  (serverUrl: string): ReadRows =>
  (service, statement) =>
    runSql(databaseUrl(serverUrl, `vitrine_${service}`), statement);

/** A sentence for each thing that the services do not agree on, or that is still on its way. */
export const inconsistencies = async (read: ReadRows): Promise<string[]> =>
  (
    await Promise.all([
      ...SERVICES.map((service) => leftovers(read, service)),
      unsentMails(read),
      assetsNotAsTold(read),
      usersNotAsTold(read),
      notToldOnce(read, 'share', SHARES, 'share.%', 'shareId'),
      notToldOnce(read, 'guest_invitation', INVITATIONS, 'guest.%', 'invitationId'),
    ])
  ).flat();

interface Versioned {
  id: string;
  version: number;
}

const SHARES = 'SELECT id, version FROM share';
const INVITATIONS = 'SELECT id, version FROM invitation';

const leftovers = async (read: ReadRows, service: Service): Promise<string[]> => {
  const [row] = await read<{ waiting: number; dead: number }>(
    service,
    `SELECT (SELECT count(*)::int FROM platform.outbox) AS waiting,
            (SELECT count(*)::int FROM platform.dead_letter) AS dead`,
  );
  const { waiting = 0, dead = 0 } = row ?? {};
  return [
    ...(waiting > 0 ? [`${service}: ${waiting} events wait in the outbox`] : []),
    ...(dead > 0 ? [`${service}: ${dead} messages are dead`] : []),
  ];
};

/** A mail that was called off, since its guest was removed before, is no loss. */
const unsentMails = async (read: ReadRows): Promise<string[]> => {
  const rows = await read<{ state: string; count: number }>(
    'guest_invitation',
    `SELECT state, count(*)::int AS count
     FROM mail_send JOIN invitation ON invitation.id = invitation_id
     WHERE state = 'queued' OR (state = 'failed' AND removed_at IS NULL) GROUP BY state`,
  );
  return rows.map(({ state, count }) => `${count} mails are ${state}`);
};

const byId = (rows: readonly Versioned[]): Map<string, number> =>
  new Map(rows.map(({ id, version }) => [id, version]));

/** Every row of a projection is at the version of its source, and none is missing. */
const projection = (what: string, source: readonly Versioned[], copy: readonly Versioned[]): string[] => {
  const copied = byId(copy);
  return source
    .filter(({ id, version }) => copied.get(id) !== version)
    .map(({ id, version }) => `${what} ${id} is at ${version}, its copy at ${copied.get(id) ?? 'nothing'}`);
};

const assetsNotAsTold = async (read: ReadRows): Promise<string[]> =>
  projection(
    'asset',
    await read('asset', 'SELECT id, version FROM asset'),
    await read('share', 'SELECT asset_id AS id, version FROM known_asset WHERE NOT is_deleted'),
  );

const usersNotAsTold = async (read: ReadRows): Promise<string[]> =>
  projection(
    'user',
    await read('identity', 'SELECT id, version FROM person'),
    await read('guest_invitation', 'SELECT user_id AS id, version FROM known_user'),
  );

/** Each version of a thing was told by one event, and the log of events has each of them once. */
const notToldOnce = async (
  read: ReadRows,
  service: Service,
  statement: string,
  types: string,
  idField: string,
): Promise<string[]> => {
  const things = await read<Versioned>(service, statement);
  const told = await read<{ id: string; versions: number[] }>(
    'activity',
    `SELECT data->>'${idField}' AS id, array_agg((data->>'version')::int ORDER BY (data->>'version')::int) AS versions
     FROM logged_event WHERE type LIKE '${types}' GROUP BY 1`,
  );
  const versionsOf = new Map(told.map(({ id, versions }) => [id, versions]));
  return things
    .filter(({ id, version }) => !isEachOnce(versionsOf.get(id) ?? [], version))
    .map(
      ({ id, version }) =>
        `${service} ${id} is at ${version}; told were ${(versionsOf.get(id) ?? []).join()}`,
    );
};

const isEachOnce = (versions: readonly number[], upTo: number): boolean =>
  versions.length === upTo && versions.every((version, index) => version === index + 1);
