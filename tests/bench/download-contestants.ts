import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { resetConnection } from '@vitrine/platform/http/reset-connection.ts';
import { createDiskSource } from '../../services/download/src/engine/disk-source.ts';
import { layOut } from '../../services/download/src/engine/layout.ts';
import type { ArchiveEntry } from '../../services/download/src/engine/layout.ts';
import { sendRange } from '../../services/download/src/engine/sender.ts';
import { createSlabPool } from '../../services/download/src/engine/slab-pool.ts';
import type { ObjectSource } from '../../services/download/src/engine/source.ts';
import { archiveFile, singleFile } from '../../services/download/src/engine/virtual-file.ts';
import type { VirtualFile } from '../../services/download/src/engine/virtual-file.ts';
import { keyOf, storeIn } from './download-files.ts';

/** What a contestant serves: the files of a folder, as a zip. */
export interface Task {
  folder: string;
  entries: ArchiveEntry[];
  /** The zip of them, made before. */
  readyZip: string;
  /** Where packages of others were installed. */
  packages: string;
}
export type Contestant = (request: IncomingMessage, response: ServerResponse) => void;

const largeSlabs = 64;

/** Serves a planned file, as the route of the service does. */
export const oursFrom = (source: ObjectSource): ((file: VirtualFile) => Contestant) => {
  const pool = createSlabPool({ mostLarge: largeSlabs });
  return (file) => (_, response) => {
    response.setHeader('content-length', file.byteSize);
    const { signal } = new AbortController();
    sendRange({
      response,
      file,
      from: 0,
      to: file.byteSize,
      source,
      pool,
      signal,
      beforeEntry: allowAll,
    }).then(
      () => response.end(),
      () => resetConnection(response.socket),
    );
  };
};

// The service asks whether what it knows is fresh.
const allowAll = (): Promise<void> | undefined => (performance.now() < 0 ? Promise.resolve() : undefined);

const loaded = async <Package>({ packages }: Task, file: string): Promise<Package> =>
  (await import(pathToFileURL(path.join(packages, 'node_modules', file)).href)) as Package;

/** A package of somebody else, as its documentation shows it, with as little work as it can be told to do. */
type Opponent = (task: Task) => Promise<Contestant>;

interface ArchiverModule {
  ZipArchive: new (options: { store: boolean }) => Readable & {
    file: (file: string, entry: { name: string }) => void;
    finalize: () => Promise<void>;
  };
}
const archiver: Opponent = async (task) => {
  const { pathOf } = await storeIn(task.folder);
  const { ZipArchive } = await loaded<ArchiverModule>(task, 'archiver/index.js');
  return (_, response) => {
    const archive = new ZipArchive({ store: true });
    archive.pipe(response);
    task.entries.forEach(({ name }, index) => archive.file(pathOf(keyOf(index)), { name }));
    void archive.finalize();
  };
};

interface YazlModule {
  ZipFile: new () => {
    outputStream: Readable;
    addFile: (file: string, name: string, options: { compress: boolean }) => void;
    end: () => void;
  };
}
const yazl: Opponent = async (task) => {
  const { pathOf } = await storeIn(task.folder);
  const { ZipFile } = await loaded<YazlModule>(task, 'yazl/index.js');
  return (_, response) => {
    const zip = new ZipFile();
    zip.outputStream.pipe(response);
    task.entries.forEach(({ name }, index) => zip.addFile(pathOf(keyOf(index)), name, { compress: false }));
    zip.end();
  };
};

interface ClientZipModule {
  downloadZip: (files: Iterable<{ name: string; lastModified: Date; input: ReadableStream }>) => Response;
}
const clientZip: Opponent = async (task) => {
  const { pathOf } = await storeIn(task.folder);
  const { downloadZip } = await loaded<ClientZipModule>(task, 'client-zip/index.js');
  const files = function* () {
    for (const [index, { name, modifiedAt }] of task.entries.entries()) {
      const input = Readable.toWeb(createReadStream(pathOf(keyOf(index)))) as ReadableStream;
      yield { name, lastModified: new Date(modifiedAt), input };
    }
  };
  return (_, response) => {
    const { body } = downloadZip(files());
    if (body !== null) Readable.fromWeb(body).pipe(response);
  };
};

// As a plan keeps them.
const keyAt =
  (keys: readonly string[]) =>
  (index: number): string =>
    keys[index] ?? '';

const oursBy = (source: ObjectSource, { entries }: Task): Contestant =>
  oursFrom(source)(archiveFile(layOut(entries), keyAt(entries.map((_, index) => keyOf(index)))));

/** As the product keeps files: small ones packed. */
const ours: Opponent = async (task) => {
  const store = await storeIn(task.folder);
  await store.packs.pack();
  return oursBy(createDiskSource(store), task);
};

/** Files that have just come, or are too few to be packed. */
const oursUnpacked: Opponent = async (task) => {
  const { pathOf } = await storeIn(task.folder);
  return oursBy(createDiskSource({ pathOf }), task);
};

/** The ready-made zip, by the engine too: what it costs to put the archive together. */
const oursReady: Opponent = ({ readyZip, entries }) => {
  const source = createDiskSource({ pathOf: (objectKey) => objectKey });
  const { byteSize } = layOut(entries);
  return Promise.resolve(oursFrom(source)(singleFile({ objectKey: readyZip, byteSize, sha256: '' })));
};

export const contestants = {
  ours,
  'ours-unpacked': oursUnpacked,
  'ours-ready': oursReady,
  archiver,
  yazl,
  'client-zip': clientZip,
};
export type ContestantName = keyof typeof contestants;
