import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect } from '@jest/globals';
import { testWhere, toolOnPath } from '@vitrine/platform/testing/requires.ts';
import { ALL_VARIANTS, RENDERER, render } from './render.ts';
import type { Manifest } from './shapes.ts';

/** By the schemas of Kubernetes itself, which come with it: `pip install kubernetes-validate`. */
const VALIDATOR = toolOnPath('kubernetes-validate');
const BOTH = { name: `${RENDERER.name}; ${VALIDATOR.name}`, met: RENDERER.met && VALIDATOR.met };

/** The oldest that docs/operations.md names, and the newest whose schemas are there. */
const VERSIONS = ['1.29', '1.37'];

/** Objects of KEDA and of the Prometheus operator have schemas of theirs, which are not there. */
const OF_OTHERS = /^(keda\.sh|monitoring\.coreos\.com)\//;

const complaintsOf = (manifests: readonly Manifest[], version: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-schemas-'));
  const file = path.join(folder, 'all.yaml');
  try {
    writeFileSync(file, manifests.map((each) => `---\n${JSON.stringify(each)}\n`).join(''));
    const args = ['--strict', '--quiet', '--kubernetes-version', version, file];
    const { stdout, stderr, status } = spawnSync('kubernetes-validate', args, { encoding: 'utf8' });
    return `${stdout}${stderr}` || (status === 0 ? '' : `It ended with ${String(status)}.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe.each(VERSIONS)('in Kubernetes %s', (version) => {
  testWhere(BOTH, 'every object is what its schema says, without a field that it does not know', () => {
    for (const variant of ALL_VARIANTS) {
      const ours = render(variant).filter(({ apiVersion }) => !OF_OTHERS.test(apiVersion));
      expect({ variant, complaints: complaintsOf(ours, version) }).toEqual({ variant, complaints: '' });
    }
  });

  testWhere(BOTH, 'a field that is misspelt is found', () => {
    const [service] = render('local').filter(({ kind }) => kind === 'Service');
    const misspelt = { ...service, spec: { ...(service?.['spec'] as object), selektor: {} } } as Manifest;
    expect(complaintsOf([misspelt], version)).toContain('selektor');
  });
});
