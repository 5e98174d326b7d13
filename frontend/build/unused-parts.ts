import type { Plugin } from 'vite';

/** What Mantine hangs on its components, so that it comes along with them, and nothing here names. */
export const UNUSED_PARTS = [
  'ActionIcon.Group',
  'ActionIcon.GroupSection',
  'Button.Group',
  'Button.GroupSection',
  'Checkbox.Indicator',
  'Menu.CheckboxGroup',
  'Menu.CheckboxItem',
  'Menu.ContextMenu',
  'Menu.Search',
  'Menu.Sub',
  'Popover.ContextMenu',
  'Tooltip.Floating',
];

const MARK = '\0unused-part:';
const modules = new Map(
  UNUSED_PARTS.map((part) => part.replace('.', '')).map((name) => [`${name}.mjs`, name]),
);

/** Leaves parts of components out of the page. A test tells when one of them is named after all. */
export function withoutUnusedParts(): Plugin {
  return {
    name: 'vitrine-without-unused-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) => {
      if (importer?.includes('/@mantine/core/esm/components/') !== true) return null;
      const name = modules.get(source.split('/').at(-1) ?? '');
      return name === undefined ? null : MARK + name;
    },
    load: (id) => (id.startsWith(MARK) ? `export const ${id.slice(MARK.length)} = undefined;` : null),
  };
}
