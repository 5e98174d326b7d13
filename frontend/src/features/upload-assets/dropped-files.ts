/** Everything in the folders comes along, and in theirs; what cannot be read is passed over. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<File[]> {
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  // `.DS_Store` and its like are nobody's pictures.
  if (entry.name.startsWith('.')) return [];
  try {
    return isFile(entry) ? [await fileOf(entry)] : await filesIn(await entriesOf(entry));
  } catch {
    return [];
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
