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

    test('when a value is replaced, then for the rest of its time, and where there is none, then nothing is there', async () => {
      const { keyValue, passSeconds } = subject;
      await keyValue.set('r', '1', { ttlSeconds: 2 });
      await keyValue.replace('r', '2');
      expect(await keyValue.get('r')).toBe('2');
      await passSeconds(3);
      await keyValue.replace('r', '3');
      expect(await keyValue.get('r')).toBeNull();
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

    test('when it is asked what was counted, then it is told with the time that is left, and nothing is added', async () => {
      const { keyValue, passSeconds } = subject;
      expect(await keyValue.counted('k')).toEqual({ count: 0, resetSeconds: 0 });
      for (let time = 0; time < 2; time += 1) await keyValue.increment('k', { ttlSeconds: 4 });
      await passSeconds(2);
      for (let time = 0; time < 2; time += 1) {
        const { count, resetSeconds } = await keyValue.counted('k');
        expect(count).toBe(2);
        expect(resetSeconds).toBeGreaterThan(0);
        expect(resetSeconds).toBeLessThanOrEqual(2);
      }
      await passSeconds(3);
      expect(await keyValue.counted('k')).toEqual({ count: 0, resetSeconds: 0 });
    });

    test('when several are kept under one key, then each is there once, in the order of adding, until removed', async () => {
      const { keyValue } = subject;
      expect(await keyValue.members('f')).toEqual([]);
      for (const member of ['c', 'a', 'b', 'c', 'a:{*} "\u00e4'])
        await keyValue.addMember('f', member, { ttlSeconds: 10 });
      expect(await keyValue.members('f')).toEqual(['c', 'a', 'b', 'a:{*} "\u00e4']);
      await keyValue.removeMember('f', 'a');
      await keyValue.removeMember('f', 'never there');
      await keyValue.addMember('f', 'a', { ttlSeconds: 10 });
      expect(await keyValue.members('f')).toEqual(['c', 'b', 'a:{*} "\u00e4', 'a']);
      expect(await keyValue.members('g')).toEqual([]);
    });

    test('when one is added to several, then the time of all begins anew; when it is over, then none is left', async () => {
      const { keyValue, passSeconds } = subject;
      await keyValue.addMember('h', 'first', { ttlSeconds: 20 });
      await passSeconds(15);
      await keyValue.addMember('h', 'second', { ttlSeconds: 20 });
      await passSeconds(15);
      expect(await keyValue.members('h')).toEqual(['first', 'second']);
      await passSeconds(6);
      expect(await keyValue.members('h')).toEqual([]);
      await keyValue.addMember('h', 'first', { ttlSeconds: 20 });
      expect(await keyValue.members('h')).toEqual(['first']);
    });

    test('when many are added at once through two stores, then none is lost', async () => {
      const again = await subject.reopen();
      const added = Array.from({ length: 20 }, (_none, index) => `member ${index}`);
      await Promise.all(
        added.map((member, index) =>
          (index % 2 === 0 ? again : subject.keyValue).addMember('i', member, { ttlSeconds: 10 }),
        ),
      );
      expect((await again.members('i')).toSorted()).toEqual(added.toSorted());
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
