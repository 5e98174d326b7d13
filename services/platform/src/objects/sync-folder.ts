import { open } from 'node:fs/promises';

/** Makes what was moved into a folder, or removed from it, outlast a crash. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};
