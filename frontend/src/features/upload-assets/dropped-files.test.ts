import { expect, test } from '@jest/globals';
import { filesIn } from './dropped-files.ts';

type Read<Found> = (found: Found) => void;

const file = (name: string): FileSystemEntry =>
  ({
    name,
    isFile: true,
    file: (read: Read<File>) => read(new File(['x'], name)),
  }) as unknown as FileSystemEntry;
const broken = (name: string): FileSystemEntry =>
  ({
    name,
    isFile: true,
    file: (_read: unknown, fail: Read<Error>) => fail(new Error('gone')),
  }) as unknown as FileSystemEntry;
/** Gives two at a time, as a browser gives a hundred. */
const folder = (name: string, ...entries: FileSystemEntry[]): FileSystemEntry => {
  const left = [...entries];
  const createReader = () => ({ readEntries: (read: Read<FileSystemEntry[]>) => read(left.splice(0, 2)) });
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
};

test('when a folder is dropped, then all files in it and in its folders come, but hidden ones, and unreadable ones are named', async () => {
  const inner = folder('inner', file('d.png'));
  const dropped = folder('outer', file('a.png'), file('.DS_Store'), broken('b.png'), inner, file('c.png'));
  const { files, unreadable } = await filesIn([dropped, file('beside.png'), folder('.git', file('config'))]);
  expect(files.map(({ name }) => name)).toEqual(['a.png', 'd.png', 'c.png', 'beside.png']);
  expect(unreadable).toEqual(['b.png']);
});
