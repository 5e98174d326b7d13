import type { Plugin } from 'vite';

const MODULE = '/@mantine/core/esm/components/Popover/use-popover.mjs';

/**
 * Of `@floating-ui/react` a popover takes only what that passes on from `@floating-ui/react-dom`: its place. Pointing,
 * pressing and delays are what tooltips have of it, which are read later.
 */
export function plainPopover(): Plugin {
  let isFound = false;
  return {
    name: 'vitrine-plain-popover',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== '@floating-ui/react' || importer?.endsWith(MODULE) !== true) return null;
      isFound = true;
      const whole = await this.resolve(source, importer, { skipSelf: true });
      return this.resolve('@floating-ui/react-dom', whole?.id, { skipSelf: true });
    },
    buildEnd() {
      if (!isFound) this.error(`Nothing is named like ${MODULE} any more.`);
    },
  };
}
