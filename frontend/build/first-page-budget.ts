import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Options = {
  /** The module of the page that is opened first, relative to the sources. */
  page: string;
  mostKilobytes: number;
};

/** Fails the build when the JavaScript that the first page waits for is more, by gzip, than it may be. */
export function firstPageBudget({ page, mostKilobytes }: Options): Plugin {
  return {
    name: 'vitrine-first-page-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const holding = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(page)));
      if (holding.length === 0) this.error(`No chunk holds ${page}.`);
      const starts = [...holding, ...chunks.filter(({ isEntry }) => isEntry)];
      const kilobytes = sizeOf(withImports(chunks, starts)) / 1000;
      if (kilobytes <= mostKilobytes) this.info(`JavaScript of the first page: ${kilobytes.toFixed(1)} kB`);
      else
        this.error(
          `The first page has ${kilobytes.toFixed(1)} kB of JavaScript; ${mostKilobytes} kB may be.`,
        );
    },
  };
}

type Chunk = Rolldown.OutputChunk;

/** These chunks and all that they import before they run. */
function withImports(chunks: readonly Chunk[], starts: readonly Chunk[]): Set<Chunk> {
  const found = new Set(starts);
  for (const { imports } of found) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return found;
}

function sizeOf(chunks: Iterable<Chunk>): number {
  return [...chunks].reduce((sum, { code }) => sum + gzipSync(code).byteLength, 0);
}
