import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Requirement, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import { parseAllDocuments, parseDocument } from 'yaml';
import { type Manifest, manifest } from './shapes.ts';

export const root = path.resolve(import.meta.dirname, '../..');

/** What is applied by somebody, so that each has to keep all rules: an overlay, with its own components or with these. */
const VARIANTS = {
  local: { overlay: 'local' },
  production: { overlay: 'production' },
  'local with all that may be added': {
    overlay: 'local',
    components: ['network-policies', 'monitoring', 'oidc', 'bounces'],
  },
  'production with all that may be added': {
    overlay: 'production',
    components: ['network-policies', 'autoscaling', 'monitoring', 'oidc', 'bounces'],
  },
  'production with sign-in and bounces alone': { overlay: 'production', components: ['oidc', 'bounces'] },
} satisfies Record<string, { overlay: string; components?: string[] }>;
export type Variant = keyof typeof VARIANTS;
export const ALL_VARIANTS = Object.keys(VARIANTS) as Variant[];

const [KUBECTL, KUSTOMIZE] = [toolOnPath('kubectl'), toolOnPath('kustomize')];

export const RENDERER: Requirement = {
  name: 'kubectl or kustomize on the PATH',
  met: KUBECTL.met || KUSTOMIZE.met,
};

const rendered = new Map<Variant, readonly Manifest[]>();

/** The manifests as they would be applied, with secrets that are made for it. */
export const render = (variant: Variant): readonly Manifest[] => {
  const known = rendered.get(variant);
  if (known !== undefined) return known;
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-manifests-'));
  try {
    cpSync(path.join(root, 'k8s'), path.join(folder, 'k8s'), {
      recursive: true,
      filter: (file) => path.basename(file) !== 'secrets',
    });
    const { overlay, components } = { components: undefined, ...VARIANTS[variant] };
    const target = path.join(folder, 'k8s', 'overlays', overlay);
    if (components !== undefined) replaceComponents(target, components);
    makeSecrets(path.join(target, 'secrets'));
    const manifests = parseAllDocuments(build(target)).map((each) => manifest.parse(each.toJS()));
    rendered.set(variant, manifests);
    return manifests;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const replaceComponents = (overlay: string, components: readonly string[]): void => {
  const file = path.join(overlay, 'kustomization.yaml');
  const kustomization = parseDocument(readFileSync(file, 'utf8'));
  kustomization.set(
    'components',
    components.map((component) => `../../components/${component}`),
  );
  writeFileSync(file, kustomization.toString());
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
