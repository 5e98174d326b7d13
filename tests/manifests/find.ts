import type * as z from 'zod';
import type { Manifest } from './shapes.ts';
import { type Workload, workload } from './shapes.ts';

export const SERVICES = [
  'activity',
  'asset',
  'download',
  'gateway',
  'guest-invitation',
  'identity',
  'share',
] as const;

export const ofKind = (manifests: readonly Manifest[], ...kinds: string[]): Manifest[] =>
  manifests.filter(({ kind }) => kinds.includes(kind));

export const workloadsOf = (manifests: readonly Manifest[]): Workload[] =>
  ofKind(manifests, 'Deployment', 'StatefulSet').map((each) => workload.parse(each));

/** The one object of that kind and name. */
export const one = <Schema extends z.ZodType>(
  manifests: readonly Manifest[],
  kind: string,
  name: string,
  schema: Schema,
): z.infer<Schema> => {
  const found = ofKind(manifests, kind).filter(({ metadata }) => metadata.name === name);
  if (found.length !== 1) throw new Error(`There are ${found.length} of ${kind} ${name}.`);
  return schema.parse(found[0]);
};
