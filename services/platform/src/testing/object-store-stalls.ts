import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from '@jest/globals';
import { StoreUnavailable } from '../objects/port.ts';
import { eventually } from './eventually.ts';
import type { StoreUnderTest } from './object-store-conformance.ts';
import {
  contentOf,
  largeContent,
  putText,
  readAsFarAsItComes,
  type TestOfSuite,
} from './object-store-steps.ts';

const LARGE = 24_000_000;

/** What holds for a store behind a network: nobody waits for it for ever, and reading goes on where it ended. */
export const testStalls = (test: TestOfSuite, subject: () => StoreUnderTest): void => {
  for (const fault of ['stall', 'cut'] as const)
    test(`when the store breaks off by a ${fault}, then a reader is told, and goes on where it ended`, async () => {
      const { faults } = subject();
      const whole = largeContent(LARGE);
      const { etag } = await subject().store.put('g/whole', Readable.from([whole]));
      const body = await faults.store.get('g/whole');
      const { content, error } = await readAsFarAsItComes(body, () => faults[fault]('g/whole'));
      faults.heal();
      expect(error).toBeInstanceOf(StoreUnavailable);
      const range = { from: content.length };
      const rest = await buffer(await faults.store.get('g/whole', { range, ifMatch: etag }));
      expect(Buffer.concat([content, rest]).equals(whole)).toBe(true);
    });

  for (const fault of ['stall', 'cut'] as const)
    test(`when the store does not answer because of a ${fault}, then every call fails in time, and works later`, async () => {
      const { store } = subject().faults;
      await putText(store, 'g/there', 'there');
      await subject().faults[fault]('g/there');
      const calls = [
        store.stat('g/there'),
        contentOf(store, 'g/there'),
        putText(store, 'g/never', 'never'),
        // It may come through later.
        store.delete('g/never'),
        store.list('g/').next(),
      ];
      const outcomes = await Promise.allSettled(calls);
      subject().faults.heal();
      expect(outcomes.map(({ status }) => status)).toEqual(calls.map(() => 'rejected'));
      for (const outcome of outcomes)
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ code: 'temporarily-unavailable' });
      await eventually(async () => expect(await contentOf(store, 'g/there')).toBe('there'));
    });

  test('when kept connections broke meanwhile, then nobody notices', async () => {
    const { faults } = subject();
    await Promise.all(Array.from({ length: 8 }, (_, index) => putText(faults.store, `g/kept-${index}`, 'x')));
    await faults.cut('g/kept-0');
    faults.heal();
    expect(await contentOf(faults.store, 'g/kept-0')).toBe('x');
    await faults.store.delete('g/kept-1');
    expect(await faults.store.stat('g/kept-1')).toBeNull();
  });
};
