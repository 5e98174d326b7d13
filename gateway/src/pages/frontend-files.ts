import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body is coded on its way; `identity` is not at all. */
export type Coding = 'br' | 'gzip' | 'identity';

/** One file of the built page, ready to be sent. */
export interface FrontendFile {
  /** `.js`, for the media type. */
  extension: string;
  etag: string;
  /** Whether its name changes with its content, so that browsers may keep it for ever. */
  isHashed: boolean;
  codings: readonly Coding[];
  /** The content in that coding; compressed once, when it is first asked for. */
  bodyIn: (coding: Coding) => Promise<Buffer>;
}

/** The files of the page by their path from the origin, `/assets/index-1a2b.js`. */
export type FrontendFiles = ReadonlyMap<string, FrontendFile>;

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest', '.map']);
/** Below this a packet carries it anyway. */
const COMPRESSED_FROM_BYTES = 1_024;

/**
 * Reads the built page whole: it is a few megabytes, and a path that is not in the map leads to no file of this machine.
 * Empty where the folder does not exist.
 */
export const readFrontendFiles = (folder: string): FrontendFiles =>
  new Map(
    pathsIn(folder).map((name) => [`/${name.split(path.sep).join('/')}`, fileOf(path.join(folder, name))]),
  );

const pathsIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(path.join(folder, name)).isFile(),
      )
    : [];

const fileOf = (file: string): FrontendFile => {
  const content = readFileSync(file);
  const extension = path.extname(file);
  const isCompressible = COMPRESSIBLE.has(extension) && content.length >= COMPRESSED_FROM_BYTES;
  const bodies = new Map<Coding, Promise<Buffer>>([['identity', Promise.resolve(content)]]);
  return {
    extension,
    etag: createHash('sha256').update(content).digest('base64url').slice(0, 22),
    // What vite puts there it names after its content.
    isHashed: path.basename(path.dirname(file)) === 'assets',
    codings: isCompressible ? ['br', 'gzip', 'identity'] : ['identity'],
    bodyIn: (coding) => {
      const body = bodies.get(coding) ?? compress(content, coding);
      bodies.set(coding, body);
      return body;
    },
  };
};

// Quality 11 takes a second of a core for a few percent that nobody notices.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const compress = (content: Buffer, coding: Coding): Promise<Buffer> =>
  coding === 'br' ? promisify(brotliCompress)(content, BROTLI) : promisify(gzip)(content);
