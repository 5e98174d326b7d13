import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { SERVICES } from './find.ts';
import { makeSecrets, root } from './render.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const dockerfile = read('Dockerfile');
const packageFile = z.looseObject({
  devDependencies: z.record(z.string(), z.string()).default({}),
  workspaces: z.array(z.string()).default([]),
});

const inFolder = (work: (folder: string) => void): void => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-image-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

test('the base is the Node that everything is tested on, and Compose names the same', () => {
  const { node } = packageFile.parse(JSON.parse(read('package.json'))).devDependencies;
  expect(dockerfile).toMatch(new RegExp(`^ARG BASE=node:${node}-[a-z]+-slim$`, 'm'));
  expect(read('docker-compose.yml')).toContain(`\${NODE_IMAGE:-${/ARG BASE=(.*)/.exec(dockerfile)?.[1]}}`);
});

test('an image starts without a shell, as nobody, and ends by SIGTERM', () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(last).toContain('\nUSER 10001:10001\n');
  expect(last).toContain('\nSTOPSIGNAL SIGTERM\n');
  expect(last).toMatch(/\nENTRYPOINT \["node", "\/app\/service\/src\/main.ts"\]\n/);
  expect(last).toMatch(/\nHEALTHCHECK [^\n]*\\\n {2}CMD \["node", /);
  expect(last).not.toMatch(/\nRUN /);
});

test('every workspace is known to the installation within the image', () => {
  const { workspaces } = packageFile.parse(JSON.parse(read('package.json')));
  const folders = workspaces.flatMap((workspace) =>
    workspace.endsWith('/*')
      ? readdirSync(path.join(root, workspace.slice(0, -2))).map((name) => `${workspace.slice(0, -1)}${name}`)
      : [workspace],
  );
  for (const folder of folders.filter((each) => existsSync(path.join(root, each, 'package.json'))))
    expect(dockerfile).toContain(`COPY ${folder}/package.json ${folder}/\n`);
});

describe.each(SERVICES.filter((name) => name !== 'gateway'))('the image of %s', (name) => {
  test('holds its sources, those of the platform and the contracts, and no tests and no other service', () => {
    inFolder((folder) => {
      execFileSync(process.execPath, [
        path.join(root, 'scripts/assemble-image.mjs'),
        name,
        path.join(folder, 'app'),
        '--sources',
      ]);
      const files = filesIn(path.join(folder, 'app'));
      expect(files).toEqual(
        expect.arrayContaining([
          'contracts/src/index.ts',
          'services/platform/package.json',
          `services/${name}/src/service.ts`,
          `services/${name}/prisma/migrations`,
        ]),
      );
      expect(readdirSync(path.join(folder, 'app', 'services')).sort()).toEqual([name, 'platform'].sort());
      expect(files.filter((file) => /\.test\.ts|\/test\/|node_modules/.test(file))).toEqual([]);
      expect(realpathSync(path.join(folder, 'app', 'service'))).toBe(
        realpathSync(path.join(folder, 'app', 'services', name)),
      );
    });
  });
});

test('a service that there is not is refused with the names of those that there are', () => {
  inFolder((folder) => {
    const run = () =>
      execFileSync(process.execPath, [path.join(root, 'scripts/assemble-image.mjs'), 'shares', folder], {
        stdio: 'pipe',
      });
    expect(run).toThrow(/There is no service shares\. There are: .*share/);
  });
});

test('secrets are long and random, follow from each other, and stay as they are', () => {
  inFolder((folder) => {
    makeSecrets(folder);
    const secret = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    const all = [
      'actor/key',
      'database/password',
      'broker/password',
      'cache/password',
      'store/secret-key',
    ].map(secret);
    for (const each of all) expect(each).toMatch(/^[\w-]{43}$/);
    expect(new Set(all).size).toBe(all.length);
    expect(secret('database/url')).toBe(
      `postgres://vitrine:${secret('database/password')}@postgres:5432/postgres`,
    );
    makeSecrets(folder);
    expect(['actor/key', 'database/password'].map(secret)).toEqual(all.slice(0, 2));
  });
});
