import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { DownloadView } from './downloads.ts';

const plain = z.array(z.object({ assetId: z.uuid(), name: z.string(), byteSize: z.int() }));
const { included: quick } = DownloadView.shape;

const entry = fc.record({ assetId: fc.uuid(), name: fc.string(), byteSize: fc.maxSafeNat() });
const odd = fc.oneof(
  fc.record({ assetId: fc.uuid(), name: fc.string(), byteSize: fc.nat(), objectKey: fc.string() }),
  fc.record({ assetId: fc.uuid(), name: fc.string(), byteSize: fc.nat(), constructor: fc.string() }),
  fc.record({ assetId: fc.uuid(), name: fc.string() }),
  fc.record({ assetId: fc.anything(), name: fc.anything(), byteSize: fc.anything() }),
  fc.anything(),
);

test('when a plan is told, then each of its entries is what zod would leave of it, whatever it is', () => {
  const lists = fc.array(fc.oneof({ weight: 5, arbitrary: entry }, odd), { maxLength: 5 });
  fc.assert(
    fc.property(fc.oneof(lists, fc.anything()), (value) => {
      const { success, data, error } = quick.safeParse(value);
      const wanted = plain.safeParse(value);
      expect({ success, data, issues: error?.issues }).toEqual({
        success: wanted.success,
        data: wanted.data,
        issues: wanted.error?.issues,
      });
    }),
  );
});
