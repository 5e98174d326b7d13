type Found = {
  files: File[];
  /** The names of what could not be read. */
  unreadable: string[];
};

/** Everything in the folders comes along, and in theirs. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<Found> {
  const found = await Promise.all(entries.map(filesOf));
  return {
    files: found.flatMap(({ files }) => files),
    unreadable: found.flatMap(({ unreadable }) => unreadable),
  };
}

async function filesOf(entry: FileSystemEntry): Promise<Found> {
  // `.DS_Store` and its like are nobody's pictures.
  if (entry.name.startsWith('.')) return { files: [], unreadable: [] };
  try {
    if (!isFile(entry)) return await filesIn(await entriesOf(entry));
    return { files: [await fileOf(entry)], unreadable: [] };
  } catch {
    return { files: [], unreadable: [entry.name] };
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A browser gives a hundred at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemEntry): Promise<FileSystemEntry[]> {
  const reader = (folder as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
