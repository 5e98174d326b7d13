import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { chunksHolding, chunksOf, withImports } from './chunks.ts';

type Options = {
  /** The module of the page that is opened first, relative to the sources. */
  page: string;
  /** What draws it early, which is built by itself. */
  drawing: RegExp;
  mostKilobytes: number;
};

/** Fails the build when the JavaScript that the first page waits for is more, by gzip, than it may be. */
export function firstPageBudget({ page, drawing, mostKilobytes }: Options): Plugin {
  return {
    name: 'vitrine-first-page-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks = chunksOf(bundle);
      const starts = [...chunksHolding(chunks, page), ...chunks.filter(({ isEntry }) => isEntry)];
      const drawings = Object.values(bundle).filter(
        (file) => file.type === 'asset' && drawing.test(file.fileName),
      );
      if (drawings.length !== 1) this.error(`${drawings.length} files draw the first page early.`);
      const texts = [
        ...withImports(chunks, starts).map(({ code }) => code),
        ...drawings.map((file) => (file.type === 'asset' ? file.source : '')),
      ];
      const kilobytes = sizeOf(texts) / 1000;
      if (kilobytes <= mostKilobytes) this.info(`JavaScript of the first page: ${kilobytes.toFixed(1)} kB`);
      else
        this.error(
          `The first page has ${kilobytes.toFixed(1)} kB of JavaScript; ${mostKilobytes} kB may be.`,
        );
    },
  };
}

function sizeOf(texts: readonly (string | Uint8Array)[]): number {
  return texts.reduce((sum, text) => sum + gzipSync(text).byteLength, 0);
}
