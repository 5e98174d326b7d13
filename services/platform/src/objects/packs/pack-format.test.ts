import { expect, test } from '@jest/globals';
import { PACK_OBJECTS_MAX, createPackIndex, readIndex } from './pack-format.ts';

const read = (bytes: Buffer) =>
  readIndex(bytes.length, async (from, length) => bytes.subarray(from, from + length));

test('when keys have blanks, capitals and line ends, then they are read as they were written', async () => {
  const keys = ['originals/a b', 'originals/A', 'originals/two\nlines 3 x', 'originals/100%', 'originals/ü'];
  const index = createPackIndex();
  for (const key of keys) index.add(key, Buffer.from(key));
  const bytes = Buffer.concat([...keys.map((key) => Buffer.from(key)), index.end()]);
  const found = await read(bytes);
  expect(found.keys).toEqual(keys);
  const lying = keys.map((_, at) => bytes.subarray(found.starts[at], found.starts[at + 1]).toString());
  expect(lying).toEqual(keys);
});

test('when a pack holds more than one may, as that of another version could, then it is none', async () => {
  const index = createPackIndex();
  for (let at = 0; at <= PACK_OBJECTS_MAX; at += 1) index.add(`originals/${at}`, Buffer.from('x'));
  const bytes = Buffer.concat([Buffer.alloc(PACK_OBJECTS_MAX + 1, 'x'), index.end()]);
  await expect(read(bytes)).rejects.toThrow('it holds too many objects');
});
