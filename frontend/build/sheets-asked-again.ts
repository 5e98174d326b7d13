import type { Plugin } from 'vite';

/** What the loader of the page's code is made of, and what is put in its place. */
const CHANGES: readonly (readonly [was: RegExp, becomes: string])[] = [
  // One that failed is no more one that was asked for,
  [/\(err\) => \{\s*seen\[href\] = void 0;/, '(err) => { delete seen[href];'],
  // and what is left of it is no sheet.
  [/if \(e\.type === "error"\) rej\(/, 'if (e.type === "error") link.remove(), rej('],
  [/if \(link\.rel === "stylesheet"\)/, 'if (link.rel === "stylesheet" && link.dataset.lost === undefined)'],
];

/**
 * Vite's loader takes a style sheet that did not come for one that is there: the part of the page that wanted it fails,
 * and the next time it is drawn bare. Here it is asked for again with whatever part wants it, and with no other.
 */
export function sheetsAskedAgain(): Plugin {
  return {
    name: 'vitrine-sheets-asked-again',
    apply: 'build',
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler(code) {
        let changed = code;
        for (const [was, becomes] of CHANGES) {
          if (!was.test(changed)) this.error(`Vite's loader has nothing like ${String(was)} any more.`);
          changed = changed.replace(was, becomes);
        }
        return { code: changed, map: null };
      },
    },
  };
}
