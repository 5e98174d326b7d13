import type { Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

export function chunksOf(bundle: Rolldown.OutputBundle): Chunk[] {
  return Object.values(bundle).filter((file) => file.type === 'chunk');
}

/** The chunks that hold a module, named by the end of its path. */
export function chunksHolding(chunks: readonly Chunk[], module: string): Chunk[] {
  const holding = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
  if (holding.length === 0) throw new Error(`No chunk holds ${module}.`);
  return holding;
}

/** These chunks and all that they import before they run. */
export function withImports(chunks: readonly Chunk[], starts: readonly Chunk[]): Chunk[] {
  const found = new Set(starts);
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found];
}
