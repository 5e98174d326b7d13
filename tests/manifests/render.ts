import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Requirement, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import { parseAllDocuments } from 'yaml';
import { type Manifest, manifest } from './shapes.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** Each of them is applied by somebody, so each has to keep all rules. */
export const OVERLAYS = ['local', 'production'] as const;
export type Overlay = (typeof OVERLAYS)[number];

const [KUBECTL, KUSTOMIZE] = [toolOnPath('kubectl'), toolOnPath('kustomize')];

export const RENDERER: Requirement = {
  name: 'kubectl or kustomize on the PATH',
  met: KUBECTL.met || KUSTOMIZE.met,
};

const rendered = new Map<Overlay, readonly Manifest[]>();

/** The manifests of an overlay as they would be applied, with secrets that are made for it. */
export const render = (overlay: Overlay): readonly Manifest[] => {
  const known = rendered.get(overlay);
  if (known !== undefined) return known;
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-manifests-'));
  try {
    cpSync(path.join(root, 'k8s'), path.join(folder, 'k8s'), {
      recursive: true,
      filter: (file) => path.basename(file) !== 'secrets',
    });
    const target = path.join(folder, 'k8s', 'overlays', overlay);
    makeSecrets(path.join(target, 'secrets'));
    const manifests = parseAllDocuments(build(target)).map((each) => manifest.parse(each.toJS()));
    rendered.set(overlay, manifests);
    return manifests;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const makeSecrets = (folder: string): void => {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'make-secrets.mjs'), folder]);
  mkdirSync(path.join(folder, 'mail'), { recursive: true });
  writeFileSync(path.join(folder, 'mail', 'url'), 'smtp://user:password@mail.example.com:587');
};

const build = (folder: string): string => {
  const [tool, args] = KUBECTL.met ? ['kubectl', ['kustomize', folder]] : ['kustomize', ['build', folder]];
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 });
};
