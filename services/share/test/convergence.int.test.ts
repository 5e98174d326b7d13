import { beforeAll, expect, test } from '@jest/globals';
import type { CloudEvent, UserActor } from '@vitrine/contracts';
import fc from 'fast-check';
import { CHANGES, changed, deleted } from './testing/asset-events.ts';
import { benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

test('when events of an asset come in any order and again, then the same is known at the end', async () => {
  const history = fc.record({
    changes: fc.array(
      fc.record({
        definition: fc.constantFrom(...CHANGES),
        title: fc.string(),
        availability: fc.constantFrom('processing' as const, 'available' as const, 'unavailable' as const),
        shareable: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    isDeleted: fc.boolean(),
    order: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ changes, isDeleted, order }) => {
      const known = async (arrange: (events: CloudEvent[]) => CloudEvent[]) => {
        const asset = bench.asset(mia);
        const events = changes.map(({ definition, ...change }, index) => ({
          ...changed({ ...asset, ...change, version: index + 1 }, definition),
          time: `2026-10-01T12:00:0${index}.000Z`,
        }));
        if (isDeleted)
          events.push({ ...deleted({ ...asset, version: 9 }), time: '2026-10-01T13:00:00.000Z' });
        for (const event of arrange(events)) await bench.bus.publish(event);
        const [row] = await bench.database.sql.query(
          `SELECT is_deleted, version, CASE WHEN is_deleted THEN '' ELSE title || availability || shareable || created_at END AS told
           FROM known_asset WHERE asset_id = $1`,
          [asset.assetId],
        );
        return row;
      };
      const inOrder = await known((events) => events);
      const anyhow = await known((events) => [
        ...order.map((pick) => events[pick % events.length]!),
        ...[...events].reverse(),
      ]);
      expect(anyhow).toEqual(inOrder);
    }),
    { numRuns: 25 },
  );
});
