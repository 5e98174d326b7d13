import type { Plugin } from 'vite';

/** Fails the build when one of these packages came into the page, by whatever way. */
export function withoutPackages(...names: readonly string[]): Plugin {
  return {
    name: 'vitrine-without-packages',
    apply: 'build',
    writeBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const moduleIds = file.type === 'chunk' ? file.moduleIds : [];
        const found = moduleIds.find((id) => names.some((name) => id.includes(`/node_modules/${name}/`)));
        if (found !== undefined) this.error(`${file.fileName} holds ${found}.`);
      }
    },
  };
}
