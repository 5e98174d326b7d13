import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { KeyValue } from '../keyvalue/port.ts';
import { type Requirement, testWhere } from './requires.ts';

/** A store under test, whose time the test moves on, and which can be opened a second time on the same data. */
export interface KeyValueUnderTest {
  keyValue: KeyValue;
  passSeconds: (seconds: number) => Promise<void>;
  reopen: () => Promise<KeyValue>;
  close: () => Promise<void>;
}

const ALWAYS: Requirement = { name: 'nothing', met: true };

/** What every key-value store has to do. */
export const keyValueConformance = (
  name: string,
  open: () => Promise<KeyValueUnderTest>,
  requirement = ALWAYS,
): void => {
  const test = (title: string, run: () => Promise<void>) => testWhere(requirement, title, run);
  describe(`a key-value store: ${name}`, () => {
    let subject: KeyValueUnderTest;
    beforeAll(async () => {
      if (requirement.met) subject = await open();
    });
    afterAll(async () => {
      if (requirement.met) await subject.close();
    });

    test('when a value was set, then it is found, replaced and deleted', async () => {
      const { keyValue } = subject;
      expect(await keyValue.get('a')).toBeNull();
      await keyValue.set('a', '1', { ttlSeconds: 10 });
      await keyValue.set('a', '{"two":"2"}', { ttlSeconds: 10 });
      expect(await keyValue.get('a')).toBe('{"two":"2"}');
      await keyValue.delete('a');
      expect(await keyValue.get('a')).toBeNull();
    });

    test('when keys and values have every character, then they come back as they were', async () => {
      const { keyValue } = subject;
      const odd = 'limit:{x}*?[a] \u00e4\u{1f5bc} "\\\r\n';
      await keyValue.set(odd, odd.repeat(1_000), { ttlSeconds: 10 });
      await keyValue.set(`${odd}2`, '', { ttlSeconds: 10 });
      expect(await keyValue.get(odd)).toBe(odd.repeat(1_000));
      expect(await keyValue.get(`${odd}2`)).toBe('');
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

    test('when it is opened twice, then both count together', async () => {
      const again = await subject.reopen();
      await Promise.all(
        Array.from({ length: 20 }, (_none, time) =>
          (time % 2 === 0 ? again : subject.keyValue).increment('e', { ttlSeconds: 10 }),
        ),
      );
      expect((await again.increment('e', { ttlSeconds: 10 })).count).toBe(21);
      await again.delete('e');
      expect((await subject.keyValue.increment('e', { ttlSeconds: 10 })).count).toBe(1);
    });
  });
};
