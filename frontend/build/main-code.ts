import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { chunksHolding, chunksOf, withImports } from './chunks.ts';

type Options = {
  /** What all pages stand on. */
  module: string;
  /** What a page has beside it, by its path. */
  pages: Record<string, string>;
};

/**
 * Names in the document what the page's own code and styles are. Styles of all pages are asked for with the document; the
 * rest is when what is seen first is on its way (`readMainCode`), since a narrow line would carry both at once.
 */
export function nameMainCode({ module, pages }: Options): Plugin {
  return {
    name: 'vitrine-main-code',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = chunksOf(bundle);
        const allOf = (name: string) => withImports(chunks, chunksHolding(chunks, name));
        const common = allOf(module);
        const ofPages = Object.entries(pages).flatMap(([path, name]) => {
          const own = allOf(name).filter((chunk) => !common.includes(chunk));
          return [...stylesOf(own).map((href) => later('stylesheet', href, path)), ...scriptsOf(own, path)];
        });
        const styles = stylesOf(common).map((href) => link({ rel: 'stylesheet', href }));
        return [...styles, ...scriptsOf(common), ...ofPages].filter(
          ({ attrs }) => !html.includes(`"${String(attrs?.['href'])}"`),
        );
      },
    },
  };
}

function stylesOf(chunks: readonly Rolldown.OutputChunk[]): string[] {
  const names = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [...new Set(names)].map((name) => `/${name}`);
}

function scriptsOf(chunks: readonly Rolldown.OutputChunk[], path?: string): HtmlTagDescriptor[] {
  return chunks.map(({ fileName }) => later('modulepreload', `/${fileName}`, path));
}

function later(rel: string, href: string, path?: string): HtmlTagDescriptor {
  return link({
    rel: 'main-code',
    href,
    'data-rel': rel,
    ...(path === undefined ? {} : { 'data-path': path }),
  });
}

function link(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { crossorigin: true, ...attrs }, injectTo: 'head' };
}
