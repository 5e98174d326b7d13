import { crc32 } from 'node:zlib';
import { keyOf, storedKey } from '../object-key.ts';

/**
 * A pack: objects back to back, then an index, a line for each (`size crc32 key`, in their order, the key as stores hold
 * it), then a trailer of twelve bytes (a mark, the size of the index, its CRC-32). It is written once and never changes.
 */
export interface PackIndex {
  /** Of the whole pack. */
  packByteSize: number;
  keys: string[];
  /** Where each object begins, and last where the content ends. */
  starts: Uint32Array;
  crc32s: Uint32Array;
}

/** The most objects of a pack, and the most bytes of them. */
export const PACK_OBJECTS_MAX = 10_000;
export const PACK_BYTES_MAX = 32 * 1024 * 1024;

/**
 * From this size on reading itself costs many times what opening a file does, so a copy of the object would be worth
 * little: 10 KiB are copied in 1.5 µs and 64 KiB in 10, beside 4.3 for opening and closing.
 */
export const SMALL_OBJECT_BYTES_MAX = 64 * 1024;

const MARK = 0x314b5056; // VPK1
const TRAILER_BYTES = 12;

/** A pack that is not one, or not whole. */
export class PackDamaged extends Error {
  constructor(what: string) {
    super(`The pack is not one: ${what}.`);
    this.name = 'PackDamaged';
  }
}

/** Told of each object as it is written, gives what has to stand behind them. */
export const createPackIndex = () => {
  let lines = '';
  return {
    add: (key: string, content: Buffer): void => {
      lines += `${content.length} ${crc32(content).toString(16)} ${storedKey(key)}\n`;
    },
    end: (): Buffer => {
      const index = Buffer.from(lines);
      const trailer = Buffer.alloc(TRAILER_BYTES);
      trailer.writeUInt32LE(MARK, 0);
      trailer.writeUInt32LE(index.length, 4);
      trailer.writeUInt32LE(crc32(index), 8);
      return Buffer.concat([index, trailer]);
    },
  };
};

/** Reads so many bytes of a pack, from a place of it on; fewer where it ends. */
export type ReadPack = (position: number, length: number) => Promise<Buffer>;

/**
 * What lies where in a pack of that size.
 * @throws PackDamaged, or what reading says
 */
export const readIndex = async (byteSize: number, read: ReadPack): Promise<PackIndex> => {
  const readAll = async (position: number, length: number): Promise<Buffer> => {
    if (position < 0) throw new PackDamaged('it is too short');
    const bytes = length === 0 ? Buffer.alloc(0) : await read(position, length);
    if (bytes.length !== length) throw new PackDamaged('it ends before its index');
    return bytes;
  };
  const trailer = await readAll(byteSize - TRAILER_BYTES, TRAILER_BYTES);
  if (trailer.readUInt32LE(0) !== MARK) throw new PackDamaged('it has another end');
  const contentEnd = byteSize - TRAILER_BYTES - trailer.readUInt32LE(4);
  const lines = await readAll(contentEnd, trailer.readUInt32LE(4));
  if (crc32(lines) !== trailer.readUInt32LE(8)) throw new PackDamaged('its index has another checksum');
  return { packByteSize: byteSize, ...indexOf(lines.toString(), contentEnd) };
};

const indexOf = (text: string, contentEnd: number): Omit<PackIndex, 'packByteSize'> => {
  const lines = text.split('\n').slice(0, -1);
  if (lines.length > PACK_OBJECTS_MAX) throw new PackDamaged('it holds too many objects');
  const starts = new Uint32Array(lines.length + 1);
  const crc32s = new Uint32Array(lines.length);
  const keys = lines.map((line, at) => {
    const [byteSize = '', sum = '', key = ''] = line.split(' ', 3);
    starts[at + 1] = (starts[at] ?? 0) + Number(byteSize);
    crc32s[at] = Number.parseInt(sum, 16);
    return keyOf(key);
  });
  if (starts.at(-1) !== contentEnd) throw new PackDamaged('its content has another size than its index says');
  return { keys, starts, crc32s };
};
