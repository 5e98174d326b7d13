import { readdir, stat } from 'node:fs/promises';

/** How a folder grows, whoever writes into it: the command line does so beside a process that runs. */
export interface FolderGrowth {
  /** How many names there are. */
  count: () => Promise<number>;
  /** How many more names there are than when they were counted for `mark` last. Costs a stat where nothing changed. */
  sinceMark: () => Promise<number>;
  mark: () => Promise<void>;
}

/** A folder that is not there is empty. */
export const createFolderGrowth = (folder: string): FolderGrowth => {
  let seenAtMs = 0;
  let growth = 0;
  let marked = 0;
  const count = async (): Promise<number> => (await readdir(folder).catch(() => [])).length;
  return {
    count,
    sinceMark: async () => {
      const changedAtMs = (await stat(folder).catch(() => null))?.mtimeMs ?? 0;
      if (changedAtMs !== seenAtMs) growth = (await count()) - marked;
      seenAtMs = changedAtMs;
      return growth;
    },
    mark: async () => {
      marked = await count();
      growth = 0;
    },
  };
};
