import path from 'node:path';
import type { Log } from '../../log/log.ts';
import { type FolderGrowth, createFolderGrowth } from './folder-growth.ts';
import { readWholePack } from './pack-file.ts';
import { type PackFolder, openPackFolder } from './pack-folder.ts';
import type { ObjectPlace } from './pack-registry.ts';
import { createPackRounds } from './pack-rounds.ts';
import { SMALL_OBJECT_BYTES_MAX } from './pack-format.ts';
import type { PackingTask } from './pack-small-objects.ts';
import { runPacking } from './run-packing.ts';
import { type PackVerification, type SumsOf, verifyPacks } from './verify-packs.ts';

/** Copies of small objects, many in a file. */
export interface Packs {
  placeOf: (key: string) => ObjectPlace | null;
  /** For who could not read a pack: it is removed, and its objects are packed anew. */
  distrust: (pack: string) => void;
  /** An object was stored. */
  note: (key: string, byteSize: number) => void;
  /**
   * Deletes or replaces an object by what is given, and removes what holds a copy of it: before, so that a crash leaves
   * none.
   */
  without: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
  /** Packs what lies in no pack, now. Answers how many small objects were left. */
  pack: () => Promise<number>;
  /** Reads all packs; removes those in which an object is not what it was. */
  verify: (sumsOf: SumsOf) => Promise<PackVerification>;
  /** Packs from now on, whenever there is something to pack. One process at a time. */
  start: (log: Log) => void;
  stop: () => Promise<void>;
}

/** When small objects are packed. */
export interface PackOptions {
  /** Fewer are read one by one as well. */
  objectsMin?: number;
  /** How long nothing comes or goes before a round. */
  quietMs?: number;
  /** How often it is looked whether somebody else stored objects. */
  lookMs?: number;
}

const OBJECTS_MIN = 1_000;
const QUIET_MS = 5_000;
const LOOK_MS = 60_000;

type Folders = Pick<PackingTask, 'objects' | 'folder' | 'packs'>;

/** Opens what packs there are. They are read while everything else goes on: until then each object is a file. */
export const openPacks = async (
  folders: Folders,
  { objectsMin = OBJECTS_MIN, quietMs = QUIET_MS, lookMs = LOOK_MS }: PackOptions = {},
): Promise<Packs> => {
  const folder = await openPackFolder(folders.packs);
  const { loaded, placeOf, paths, letGo, remove, distrust } = folder;
  const changes = watchChanges();
  const growth = createFolderGrowth(path.join(folders.objects, folders.folder));
  const pack = packing({ task: { ...folders, objectsMin }, folder, growth, changes });
  const rounds = createPackRounds({ quietMs, lookMs, objectsMin, run: pack, grown: growth.sinceMark });
  const removeCopy = async (key: string): Promise<void> => {
    changes.note(key);
    rounds.note(await letGo(key));
  };
  return {
    placeOf,
    distrust: (file) => void distrust(file).then(rounds.note, () => undefined),
    note: (key, byteSize) => {
      if (byteSize <= SMALL_OBJECT_BYTES_MAX && key.startsWith(`${folders.folder}/`)) rounds.note(1);
    },
    without: async (key, work) => {
      await loaded;
      await removeCopy(key);
      const result = await work();
      // A round may have begun meanwhile, and have read the object still.
      await removeCopy(key);
      return result;
    },
    pack: () => pack(new AbortController().signal),
    verify: async (sumsOf) => {
      await loaded;
      const removeAndNote = async (file: string): Promise<void> => rounds.note(await remove(file));
      return verifyPacks({ all: paths, read: readWholePack, remove: removeAndNote }, sumsOf);
    },
    start: rounds.start,
    stop: rounds.stop,
  };
};

interface Packing {
  task: PackingTask;
  folder: PackFolder;
  growth: FolderGrowth;
  changes: ReturnType<typeof watchChanges>;
}

/** A round. */
const packing =
  ({ task, folder: { loaded, isEmpty, look }, growth, changes }: Packing) =>
  async (signal: AbortSignal, log?: Log): Promise<number> => {
    await loaded;
    await growth.mark();
    const objectCount = await growth.count();
    if (objectCount < task.objectsMin && (await isEmpty())) return objectCount;
    return changes.during(async (changed) => {
      let removedCount = 0;
      // One that fails leaves packs, too.
      const { leftCount, ...made } = await runPacking(task, signal).finally(
        async () => (removedCount = await look(changed)),
      );
      if (made.objectCount > 0) log?.info(made, 'small objects were packed');
      return leftCount + removedCount;
    });
  };

/** Which keys were deleted or replaced while something went on. */
const watchChanges = () => {
  let changed: Set<string> | undefined;
  return {
    note: (key: string) => void changed?.add(key),
    during: async <Result>(work: (changed: ReadonlySet<string>) => Promise<Result>): Promise<Result> => {
      changed = new Set();
      return work(changed).finally(() => (changed = undefined));
    },
  };
};
