import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

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
        const common = withImports(bundle, module);
        const ofPages = Object.entries(pages).flatMap(([path, name]) => {
          const own = withImports(bundle, name).filter((chunk) => !common.includes(chunk));
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

function withImports(bundle: Rolldown.OutputBundle, module: string): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const found = new Set(chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module))));
  if (found.size === 0) throw new Error(`No chunk holds ${module}.`);
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}
