import type { Plugin } from 'vite';

/** The font is asked for with the page, not after its styles: text is drawn once, and nothing moves for it. */
export function preloadFont(file: RegExp): Plugin {
  return {
    name: 'vitrine-preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const fonts = Object.keys(bundle).filter((name) => file.test(name));
        if (fonts.length !== 1) throw new Error(`${fonts.length} fonts are like ${file.source}.`);
        return fonts.map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${name}`, crossorigin: true },
          injectTo: 'head',
        }));
      },
    },
  };
}
