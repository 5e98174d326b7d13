import type { Plugin } from 'vite';
import { chunksOf } from './chunks.ts';

/** Has to be the first line of a file: https://v8.dev/blog/explicit-compile-hints */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Asks V8 to compile all functions of these chunks while they are read, beside the main thread: most of them are called
 * when the page begins, and each would stop it then to be compiled by itself.
 */
export function compileHints(...names: string[]): Plugin {
  return {
    name: 'vitrine-compile-hints',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const name of names) {
          const named = chunksOf(bundle).filter((chunk) => chunk.name === name);
          if (named.length === 0) throw new Error(`No chunk is called ${name}.`);
          for (const chunk of named) chunk.code = HINT + chunk.code;
        }
      },
    },
    // What another plugin writes before it would make it a comment like any other.
    writeBundle(_options, bundle) {
      for (const { name, fileName, code } of chunksOf(bundle))
        if (names.includes(name) && !code.startsWith(HINT)) throw new Error(`${fileName} has lost its hint.`);
    },
  };
}
