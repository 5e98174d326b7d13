import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import { PNG, type Page } from '../../support/main-job.ts';
import type { Operated } from '../../support/operated-system.ts';
import { temporaryFolder } from '../../support/running-vitrine.ts';
import { until } from '../../support/until.ts';

const PATIENCE_MS = 90_000;
const FILES = { 'one.txt': Buffer.from('the first'), 'three.png': PNG, 'two.txt': Buffer.from('a second') };

/** `import` and `objects verify`. */
export const testFiles = ({ test, said, refused, system, sql, ida }: Operated): void => {
  test('when a folder is imported twice, then its files are there once, and get their pictures; one that is not taken ends it with 1', async () => {
    const folder = path.join(await temporaryFolder(), 'to-import');
    await mkdir(folder);
    for (const [name, content] of Object.entries(FILES)) await writeFile(path.join(folder, name), content);
    expect(await said('import', folder, '--domain', 'Paintings')).toContain('3 added, 0 already there');
    expect(await said('import', folder, '--domain', 'Paintings')).toContain('0 added, 3 already there');
    await writeFile(path.join(folder, 'nothing.txt'), '');
    const printed = await refused('import', folder, '--domain', 'Paintings');
    expect(printed).toContain('0 added, 3 already there, 1 not taken');
    expect(printed).toMatch(/nothing\.txt: The file has no content\nNot every file was taken\.\n$/);
    await rm(path.join(folder, 'nothing.txt'));
    await symlink('one.txt', path.join(folder, 'again.txt'));
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    const passedOver = await refused('import', folder, '--domain', 'Paintings');
    expect(passedOver).toContain('0 added, 3 already there, 2 not taken');
    expect(passedOver).toMatch(/again\.txt: It is a link[^]*pipe\.txt: It is no file/);
    const person = await ida();
    const drawn = async () => {
      const { items } = await person.get<Page<AssetView>>('/assets');
      expect(items.map(({ fileName }) => fileName).sort()).toEqual(Object.keys(FILES));
      return items.find(({ fileName }) => fileName === 'three.png')?.thumbnailUrl ?? null;
    };
    await until('the picture is drawn', drawn, PATIENCE_MS);
  });

  test('when an object is damaged, cut off or missing, then objects verify names it and ends with 1', async () => {
    expect(await said('objects', 'verify')).toMatch(/^\d+ objects of \d+ bytes read, 0 not as they were/);
    const rows = await sql<{ id: string; fileName: string; key: string }>(
      'asset',
      'SELECT id, file_name AS "fileName", object_key AS key FROM asset ORDER BY file_name',
    );
    const faults = ['checksum', 'missing', 'size'] as const;
    const contents = [Buffer.from('the FIRST'), null, Buffer.from('a sec')];
    for (const [index, { key }] of rows.entries()) {
      const content = contents[index];
      if (content) await system().store.put(key, Readable.from([content]));
      else await system().store.delete(key);
    }
    const printed = await refused('objects', 'verify');
    for (const [index, { id, fileName, key }] of rows.entries())
      expect(printed).toContain(`${faults[index]}  ${fileName}  asset ${id}  object ${key}\n`);
    expect(printed).toContain(', 3 not as they were taken in\nNot every object is whole.');
  });
};
