import type { Plugin } from 'vite';
import { chunksHolding, chunksOf } from './chunks.ts';

/**
 * Starts one module of the page by itself, as soon as it is there. Its chunk is named in the page, not the entry that
 * leads to it: that would be one more way to the server.
 */
export function earlyScript(module: string): Plugin {
  return {
    name: 'vitrine-early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const holding = chunksHolding(chunksOf(bundle), module);
        if (holding.length !== 1) throw new Error(`${holding.length} chunks hold ${module}.`);
        return holding.map(({ fileName }) => ({
          tag: 'script',
          attrs: { type: 'module', async: true, crossorigin: true, src: `/${fileName}` },
          injectTo: 'head-prepend',
        }));
      },
    },
  };
}
