import { expect, test } from '@jest/globals';
import { planNames } from './plan-names.ts';

const inDomain = (domainId: string, ...fileNames: string[]) =>
  fileNames.map((fileName) => ({ fileName, domainId }));

test('when there are no folders, then names are unique among all, and a file keeps its name before the manifest', () => {
  const files = inDomain('brand', 'a.png', 'A.png', 'sha256sums.TXT');
  expect(planNames(files, null)).toEqual({
    ofFiles: ['a.png', 'A (2).png', 'sha256sums.TXT'],
    ofManifest: 'SHA256SUMS (2).txt',
  });
});

test('when there are folders by domain, then names are unique in each, in the order that was asked for', () => {
  const files = [...inDomain('1', 'a.png'), ...inDomain('2', 'A.png', 'a.png'), ...inDomain('1', 'b.png')];
  const names = new Map([
    ['1', 'Brand'],
    ['2', 'Press / 2026'],
  ]);
  expect(planNames(files, names)).toEqual({
    ofFiles: ['Brand/a.png', 'Press _ 2026/A.png', 'Press _ 2026/a (2).png', 'Brand/b.png'],
    ofManifest: 'SHA256SUMS.txt',
  });
});

test('when domains are named alike, as the manifest or as a way out, then each has a safe folder of its own', () => {
  const titles = ['Brand', 'BRAND', 'sha256sums.txt', '..', 'con', '😀'.repeat(300)];
  const files = titles.flatMap((title) => inDomain(title, 'a.png'));
  const { ofFiles } = planNames(files, new Map(titles.map((title) => [title, title])));
  const folders = ofFiles.map((name) => name.split('/')[0] ?? '');
  expect(folders.slice(0, 3)).toEqual(['Brand', 'BRAND (2)', 'sha256sums (2).txt']);
  expect(new Set(folders.map((name) => name.toLowerCase())).size).toBe(titles.length);
  for (const [index, folder] of folders.entries()) {
    expect(folder).not.toMatch(/^\.+$|^con$/i);
    expect(Buffer.byteLength(folder)).toBeLessThanOrEqual(255);
    expect(ofFiles[index]).toBe(`${folder}/a.png`);
  }
});

test('when the domain of a file is not known, then it stands in one folder for all such', () => {
  const files = [...inDomain('1', 'a.png'), ...inDomain('2', 'b.png'), ...inDomain('3', 'b.png')];
  expect(planNames(files, new Map([['1', 'other']])).ofFiles).toEqual([
    'other/a.png',
    'Other (2)/b.png',
    'Other (2)/b (2).png',
  ]);
});
