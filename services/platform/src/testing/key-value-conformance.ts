import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KeyValue } from '../keyvalue/port.ts';

/** A store under test, whose time the test moves on, and which can be opened a second time on the same data. */
export interface KeyValueUnderTest {
  keyValue: KeyValue;
  passSeconds: (seconds: number) => Promise<void>;
  reopen: () => Promise<KeyValue>;
  close: () => Promise<void>;
}

/** What every key-value store has to do. */
export const keyValueConformance = (name: string, open: () => Promise<KeyValueUnderTest>): void => {
  describe(`a key-value store: ${name}`, () => {
    let subject: KeyValueUnderTest;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.close());

    test('when a value was set, then it is found, replaced and deleted', async () => {
      const { keyValue } = subject;
      expect(await keyValue.get('a')).toBeNull();
      await keyValue.set('a', '1', { ttlSeconds: 10 });
      await keyValue.set('a', '{"two":"2"}', { ttlSeconds: 10 });
      expect(await keyValue.get('a')).toBe('{"two":"2"}');
      await keyValue.delete('a');
      expect(await keyValue.get('a')).toBeNull();
    });

    test('when the time of a value is over, then it is gone', async () => {
      const { keyValue, passSeconds } = subject;
      await keyValue.set('b', '1', { ttlSeconds: 2 });
      await passSeconds(1);
      expect(await keyValue.get('b')).toBe('1');
      await passSeconds(2);
      expect(await keyValue.get('b')).toBeNull();
    });

    test('when many count at once, then none is lost, and the time is not prolonged', async () => {
      const { keyValue, passSeconds } = subject;
      await Promise.all(Array.from({ length: 50 }, () => keyValue.increment('c', { ttlSeconds: 3 })));
      await passSeconds(1);
      const { count, resetSeconds } = await keyValue.increment('c', { ttlSeconds: 3 });
      expect(count).toBe(51);
      expect(resetSeconds).toBeLessThanOrEqual(2);
      await passSeconds(3);
      expect((await keyValue.increment('c', { ttlSeconds: 3 })).count).toBe(1);
    });

    test('when the store is opened again, then what was set is still there', async () => {
      await subject.keyValue.set('d', 'kept', { ttlSeconds: 100 });
      const again = await subject.reopen();
      expect(await again.get('d')).toBe('kept');
    });
  });
};
