import type { Plugin } from 'vite';

const MODULE = '/@mantine/hooks/esm/use-id/use-id.mjs';
const CODE = `
import { useId as useIdOfReact } from 'react';
export function useId(given) {
  const made = useIdOfReact();
  return typeof given === 'string' ? given : 'mantine-' + made;
}`;

/**
 * Mantine makes the id of each field, menu and tooltip twice, for pages that a server drew: once as React does, and once
 * more when it stands in the page, so that each of them is drawn again. Nothing here is drawn by a server.
 */
export function idsOfReact(): Plugin {
  let isFound = false;
  return {
    name: 'vitrine-ids-of-react',
    apply: 'build',
    load: (id) => {
      if (!id.endsWith(MODULE)) return null;
      isFound = true;
      return CODE;
    },
    buildEnd() {
      if (!isFound) this.error(`Nothing is named like ${MODULE} any more.`);
    },
  };
}
