import { expect } from '@jest/globals';
import { DomainUpdatedV1 } from '@vitrine/contracts';
import { createRabbitmqBus } from '@vitrine/platform/bus/rabbitmq-bus.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import type { Operated } from '../../support/operated-system.ts';
import { until } from '../../support/until.ts';

const PATIENCE_MS = 90_000;
const ATTEMPTS = 6;
/** An account, two domains, a user, three assets: of each something was told. */
const LEAST = 7;

/** What activity hears from now on it cannot write down, and gives up: until somebody mends that. */
export const forgetToListen = ({ sql }: Operated) =>
  sql('activity', 'ALTER TABLE logged_event RENAME TO mislaid');
const mend = ({ sql }: Operated) => sql('activity', 'ALTER TABLE mislaid RENAME TO logged_event');

const givenUpBy = async ({ sql }: Operated, subscription: string): Promise<string[]> => {
  const statement = `SELECT id FROM platform.dead_letter WHERE subscription = '${subscription}' ORDER BY buried_at, id`;
  return (await sql<{ id: string }>(subscription.startsWith('asset.') ? 'asset' : 'activity', statement)).map(
    ({ id }) => id,
  );
};

const numberIn = async (
  { sql }: Operated,
  service: 'identity' | 'activity',
  table: string,
): Promise<number> => {
  const [row] = await sql<{ count: number }>(service, `SELECT count(*)::int AS count FROM ${table}`);
  return row?.count ?? NaN;
};

const SUBSCRIPTION = 'activity.when-anything-happened';

/** `dead list`, `show` and `replay`, on what `forgetToListen` brought about meanwhile. */
export const testDeadLetters = (operated: Operated): void => {
  const { test, said, refused } = operated;

  test('when messages were given up, then they are listed, shown, kept while they fail again, and gone when they are handled', async () => {
    const allGivenUp = async () => {
      const ids = await givenUpBy(operated, SUBSCRIPTION);
      const isOver = (await numberIn(operated, 'identity', 'platform.outbox')) === 0;
      return isOver && ids.length >= LEAST ? ids : null;
    };
    const ids = await until('the messages are given up', allGivenUp, PATIENCE_MS);
    const [id = ''] = ids;
    const line = `${id} {2}\\S+ {2}${SUBSCRIPTION.replace('.', '\\.')} {2}\\S+ {2}${ATTEMPTS} attempts`;
    expect(await said('dead', 'list')).toMatch(new RegExp(`^${line}\\n {2}\\S`, 'm'));
    const shown = await said('dead', 'show', id);
    expect(shown).toContain(`service       activity\nsubscription  ${SUBSCRIPTION}\n`);
    expect(shown).toContain('logged_event');
    expect(shown).toContain('"specversion": "1.0"');

    expect(await refused('dead', 'replay', id)).toContain('1 of 1 failed again.');
    expect(await givenUpBy(operated, SUBSCRIPTION)).toContain(id);
    await mend(operated);
    expect(await said('dead', 'replay', id)).toBe(`${id} is handled\n`);
    const others = (await givenUpBy(operated, SUBSCRIPTION)).filter((each) => each !== id);
    expect(others.length).toBeGreaterThanOrEqual(ids.length - 1);
    const { printed } = await operated.system().run('dead', 'replay', '--all');
    for (const other of others) expect(printed).toContain(`${other} is handled\n`);
    expect(await givenUpBy(operated, SUBSCRIPTION)).toEqual([]);
    expect(await numberIn(operated, 'activity', 'logged_event')).toBeGreaterThanOrEqual(ids.length);
  });
};

const UNKNOWN = 'asset.when-domain-updated';

/** What only a broker brings: a message of nobody's. */
export const testUnknownMessages = (operated: Operated): void => {
  const { test, said, refused, system } = operated;

  test('when a message comes that no schema knows, then it is given up at once, and shown as it came', async () => {
    await tellNonsense(system().brokerUrl ?? '');
    const known = async () => (await givenUpBy(operated, UNKNOWN))[0] ?? null;
    const id = await until('it is given up', known, PATIENCE_MS);
    const shown = await said('dead', 'show', id);
    expect(shown).toMatch(/^buried .* after 1 attempts$/m);
    expect(shown).toContain(`The data is not that of ${DomainUpdatedV1.type}`);
    expect(shown).toContain('"unheardOf": true');
    expect(await refused('dead', 'replay', id)).toContain('1 of 1 failed again.');
  });
};

const tellNonsense = async (url: string): Promise<void> => {
  const bus = await createRabbitmqBus({ url, log: quietLog, signal: new AbortController().signal });
  await bus.start();
  await bus.publish({
    specversion: '1.0',
    id: newId(),
    source: '/vitrine/nobody',
    type: DomainUpdatedV1.type,
    subject: newId(),
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: { unheardOf: true },
  });
  await bus.stop();
};
