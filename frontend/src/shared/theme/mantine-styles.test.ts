import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const sources = join(import.meta.dirname, '..', '..');
const styles = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'styles');

test('when a component of Mantine is used, then its styles are among those of the page', () => {
  const imported = readFileSync(join(import.meta.dirname, 'mantine-styles.ts'), 'utf8');
  const missing = [...usedComponents()].filter(
    (name) => existsSync(join(styles, `${name}.css`)) && !imported.includes(`/${name}.layer.css`),
  );
  expect(missing).toEqual([]);
});

function usedComponents(): Set<string> {
  const texts = globSync('**/*.tsx', { cwd: sources }).map((path) =>
    readFileSync(join(sources, path), 'utf8'),
  );
  const lists = texts.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]);
  return new Set(
    lists.flatMap(([, names = '']) => names.split(',').map((name) => name.trim())).filter(Boolean),
  );
}
