import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

type Versions = Record<string, string>;
type PackageFile = { dependencies?: Versions; devDependencies?: Versions };
type LockFile = { packages: Record<string, PackageFile> };

const read = (file: string): string => readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8');

test('every dependency has its reason in docs/dependencies.md', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as LockFile;
  const [reasons = ''] = read('docs/dependencies.md').split('## Looked at and left');

  const named = Object.entries(packages)
    .filter(([folder]) => !folder.includes('node_modules'))
    .flatMap(([, file]) => Object.keys({ ...file.dependencies, ...file.devDependencies }))
    .filter((name) => !name.startsWith('@vitrine/'));

  expect(named.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([]);
});
