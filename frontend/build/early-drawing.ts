import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Plugin, type Rolldown, build } from 'vite';

const MODULE_NAME = 'virtual:early-drawing';

type Options = {
  /** What draws each page, by its name; relative to the folder of the frontend. */
  modules: Record<string, string>;
  /** What stands in the place of a package or a module, by the end of its name. */
  standIns: Record<string, string>;
  /** What stands in the place of `catalogue.ts`, by the language. */
  catalogues: Record<string, string>;
};

/**
 * Builds what draws the first page early: the components of the page itself, with the little of React that drawing them
 * once takes. It is a build of its own, since there the same imports lead elsewhere, and comes as one file with its styles.
 */
export function earlyDrawing({ modules, standIns, catalogues }: Options): Plugin {
  const urls: Record<string, { code: string; styles: string }> = {};
  const all = Object.entries(modules).flatMap(([page, module]) =>
    Object.entries(catalogues).map(([language, catalogue]) => ({
      ...{ name: `${page}-${language}`, module, language },
      standingIn: leadingTo({ ...standIns, 'words/catalogue.ts': catalogue }),
    })),
  );
  return {
    name: 'vitrine-early-drawing',
    async buildStart() {
      if (this.environment.mode !== 'build') return;
      for (const { name, module, language, standingIn } of all) {
        const { code, styles, moduleIds } = await built(module, standingIn);
        if (language !== 'en') assertTranslated(moduleIds);
        const emit = (source: string, ending: string): string => {
          const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
          const fileName = `assets/drawing-${name}-${hash}.${ending}`;
          this.emitFile({ type: 'asset', fileName, source });
          return `/${fileName}`;
        };
        urls[name] = { code: emit(code, 'js'), styles: emit(styles, 'css') };
      }
    },
    resolveId: (source) => (source === MODULE_NAME ? `\0${MODULE_NAME}` : null),
    load: (id) => (id === `\0${MODULE_NAME}` ? `export const drawingUrls = ${JSON.stringify(urls)};` : null),
  };
}

type Built = { code: string; styles: string; moduleIds: string[] };

async function built(module: string, standingIn: Plugin): Promise<Built> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [standingIn],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: module,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const script = output.find((file) => file.type === 'chunk');
  const styles = output.find((file) => file.fileName.endsWith('.css'));
  if (script === undefined || styles?.type !== 'asset') throw new Error('The early drawing came to nothing.');
  return { code: script.code, styles: String(styles.source), moduleIds: script.moduleIds };
}

function leadingTo(standIns: Options['standIns']): Plugin {
  return {
    name: 'vitrine-stand-ins',
    enforce: 'pre',
    resolveId: (source) => {
      const [, standIn] =
        Object.entries(standIns).find(([name]) => source === name || source.endsWith(`/${name}`)) ?? [];
      return standIn === undefined ? null : path.resolve(standIn);
    },
  };
}

/** Each catalogue of words is there in the other language too. */
function assertTranslated(moduleIds: readonly string[]): void {
  const missing = moduleIds
    .filter((id) => id.endsWith('/words.ts'))
    .filter((id) => !moduleIds.includes(id.replace('words.ts', 'words.de.ts')));
  if (missing.length > 0) throw new Error(`The early drawing has no German words of ${missing.join()}.`);
}
